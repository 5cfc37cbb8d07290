import type { SessionPage } from '../../../src/web/committee/session.view.ts';
import type { MinutesView } from '../../../src/web/committee/sessionMinutes.view.ts';
import { button } from '../../components/button.ts';
import { textarea } from '../../components/fields.ts';
import { hidden } from '../../components/hidden.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { chairForm } from './chair.ts';

/** The minutes of a closed session, and their approval. */
export function minutesCard(frame: Frame, view: SessionPage & FormState, minutes: MinutesView): Html {
  const { t } = frame;
  const { href, revision, may } = view;
  const { partial, events, files, remarks, signatures, digest } = minutes;
  return html`<section class="card" aria-labelledby="minutes">
  <h2 id="minutes">${t('sessions.minutes.title')}</h2>
  <p><a href="${href}/minutes.pdf">${t('sessions.minutes.read')}</a></p>
  ${partial && html`<p class="quiet small">${t('papers.minutes.partial')}</p>`}
  ${list(events)}
  ${files.map(fileMinutes)}
  ${remarks.map((remark) => html`<p class="typed">${remark}</p>`)}
  ${list(signatures)}
  ${may.sign && signForm(frame, view, digest)}
  ${!view.room && may.takeChair && chairForm(frame, { href, revision, text: t('sessions.chair.ofSession') }, view)}
  ${may.revise && remarksForm(frame, view)}
  <details class="disclosure small"><summary>${t('sessions.minutes.digest')}</summary><p><code>${digest}</code></p></details>
</section>`;
}

function fileMinutes({ name, outcome, count, chair, votes, notes }: MinutesView['files'][number]): Html {
  return html`<h3>${name}</h3>
<p><strong>${outcome}</strong> · ${count}<br><span class="quiet small">${chair}</span></p>
${list(votes.map(({ who, reason }) => [who, reason && html`<br><span class="typed quiet">${reason}</span>`]))}
${notes.map((note) => html`<p class="quiet small">${note}</p>`)}`;
}

function list(lines: readonly Content[]): Content {
  return lines.length > 0 && html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function signForm(frame: Frame, { href, revision }: SessionPage, digest: string): Html {
  const { t } = frame;
  return html`<form method="post" action="${href}/sign">
  ${hidden(frame, revision)}
  <input type="hidden" name="minutes" value="${digest}">
  <p>${t('sessions.minutes.signText')}</p>
  ${button({ text: t('sessions.minutes.sign') })}
</form>`;
}

function remarksForm(frame: Frame, { href, revision, values, refusal }: SessionPage & FormState): Html {
  const { t } = frame;
  return html`<details class="disclosure after"${values.remarks && html` open`}>
  <summary>${t('sessions.minutes.add')}</summary>
  <form method="post" action="${href}/remarks" novalidate>
    ${hidden(frame, revision)}
    ${textarea(frame, { name: 'remarks', label: t('sessions.minutes.remarks'), hint: t('sessions.minutes.remarksHint'), value: values.remarks, error: refusal.faults.remarks, rows: 3 })}
    ${button({ text: t('sessions.minutes.addButton'), kind: 'quiet' })}
  </form>
</details>`;
}
