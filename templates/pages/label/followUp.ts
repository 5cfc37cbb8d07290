import type { FollowUpLine, FollowUpList } from '../../../src/commands/label/views/listFollowUp.ts';
import { button } from '../../components/button.ts';
import { csrfField } from '../../components/hidden.ts';
import { pill } from '../../components/pill.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { dueDay } from '../../staffWords.ts';
import { exportLinks } from '../desk/exportLinks.ts';

interface FollowUpView extends FollowUpList {
  readonly labels: readonly (Pick<FollowUpLine, 'number' | 'organisation'> & {
    readonly lines: readonly FollowUpLine[];
  })[];
}

/** What waits on labels for the officers, what is due first first. */
export function followUpPage(frame: Frame, view: FollowUpView & FormState): Html {
  const { lines, labels, siteChecks, refusal } = view;
  const { t } = frame;
  return staffLayout(
    frame,
    { name: t('followUp.title'), refusal },
    html`<h1>${t('followUp.title')}</h1>
<p class="lead">${t('followUp.lead', { count: lines.length })}</p>
${lines.length > 0 && exportLinks(frame, 'follow-up')}
${labels.map((label, n) => labelPart(frame, label, `label-${n}`))}
${drawCard(frame, siteChecks)}`,
  );
}

/** One label, and everything that waits on it. */
function labelPart(
  frame: Frame,
  { number, organisation, lines }: FollowUpView['labels'][number],
  id: string,
): Html {
  return html`<section aria-labelledby="${id}">
  <h2 class="question__title" id="${id}">${[organisation, number].filter(Boolean).join(' · ')}</h2>
  <ul class="tasks">${lines.map((line) => followUpRow(frame, line))}</ul>
</section>`;
}

function drawCard(frame: Frame, { year, drawnOn }: FollowUpList['siteChecks']): Html {
  const { t, lang, date } = frame;
  const about = html`<a href="/${lang}/site-checks">${t('followUp.draw.how')}</a>`;
  return html`<section class="card" aria-labelledby="draw">
  <h2 id="draw">${t('followUp.draw.title', { year: String(year) })}</h2>
  ${
    drawnOn
      ? html`<p>${t('followUp.draw.done', { on: date(drawnOn) })} ${about}</p>`
      : html`<p>${t('followUp.draw.text')} ${about}</p>
  <form method="post" action="/${lang}/follow-up/site-checks">${csrfField(frame)}${button({ text: t('followUp.draw.button') })}</form>`
  }
</section>`;
}

function followUpRow(frame: Frame, line: FollowUpLine): Html {
  const { t, lang } = frame;
  const { what, number, dueAt, late, open, path, proposal } = line;
  const due = dueDay(frame, dueAt);
  const bound = late ? 'late' : open ? 'since' : 'due';
  return html`<li class="task">
  <span class="task__text"><a href="/${lang}/${path}">${t(`followUp.what.${what}`)}</a>${proposal && html`<span class="task__line"><a class="inline" href="/${lang}/${proposal}">${t('sanctions.propose.title')}<span class="govuk-visually-hidden"> ${number}</span></a></span>`}</span>
  <span class="task__state">${pill({ tone: late ? 'coral' : 'lake', text: t(`followUp.${bound}`, { due }) })}</span>
</li>`;
}
