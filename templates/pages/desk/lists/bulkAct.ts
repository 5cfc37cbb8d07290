import type { BulkActPage } from '../../../../src/commands/desk/bulk/viewBulkAct.ts';
import type { BulkLine, LineState } from '../../../../src/commands/ports/bulkActPorts.ts';
import { button } from '../../../components/button.ts';
import { csrfField } from '../../../components/hidden.ts';
import { pagination } from '../../../components/pagination.ts';
import { type Pill, pill } from '../../../components/pill.ts';
import type { FormState, Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';
import { staffLayout } from '../../../staffLayout.ts';
import { personName, reasonTexts } from '../../../staffWords.ts';
import { sessionTitle } from '../../committee/sessionWords.ts';
import { backToList } from './backToList.ts';

interface BulkActView extends Omit<BulkActPage, 'next'> {
  readonly href: string;
  readonly isFirst: boolean;
  readonly next: string | null;
  readonly mailHref: string | null;
  readonly letterHref: (line: string) => string;
}

const tones: Readonly<Record<LineState, Pill['tone']>> = {
  possible: 'lake',
  excluded: '',
  working: 'lake',
  done: 'leaf',
  refused: 'coral',
  changed: 'sun',
  gone: '',
  unsure: 'coral',
};
const order = Object.keys(tones) as LineState[];

/** An act on many files: what it will do, line by line, and then what became of each. */
export function bulkActPage(frame: Frame, view: BulkActView & FormState): Html {
  const { t, lang } = frame;
  const { act, of, counts, lines, href, isFirst, next, refusal, preview, letterHref, mailHref } = view;
  const { possible = 0 } = counts;
  const title = t(`bulk.kinds.${act.kind}.title`, { of });
  return staffLayout(
    frame,
    { name: title, back: backToList(frame, of), refusal },
    html`<h1>${title}</h1>
${view.session && html`<p><a href="/${lang}/sessions/${view.session.id}">${sessionTitle(frame, view.session)}</a><br>${view.session.place}</p>`}
${view.person && html`<p>${t('bulk.toWhom', { name: personName(view.person) })}${act.note !== '' && html`<br>${act.note}`}</p>`}
${act.kind === 'write' && act.state === 'planned' && html`<p>${t('bulk.kinds.write.part')}</p>`}
<p class="lead" role="status">${act.state === 'done' ? t('bulk.lead.done') : t(`bulk.lead.${act.state}`, { of, count: possible })}</p>
<ul>${order.flatMap((state) => {
      const count = counts[state] ?? 0;
      return count > 0 ? [html`<li>${t(`bulk.counts.${state}`, { of, count })}</li>`] : [];
    })}</ul>
${mailHref !== null && html`<p><a href="${mailHref}">${t('bulk.mail')}</a></p>`}
${preview && letters(frame, preview)}
${
  act.state !== 'done' &&
  (act.state === 'running' || possible > 0) &&
  html`<form class="no-print" method="post" action="${href}/start">
  ${csrfField(frame)}
  <p>${button({ text: act.state === 'planned' ? t(`bulk.kinds.${act.kind}.start`, { of, count: possible }) : t('bulk.goOn') })}</p>
</form>`
}
<table class="stacked desk__lines">
  <caption class="govuk-visually-hidden">${title}</caption>
  <thead><tr><th scope="col">${t('desk.columns.name')}</th><th scope="col">${t('bulk.becomes')}</th></tr></thead>
  <tbody>${lines.map(
    ({ id, name, rowId, applicationId, state, reasons }) => html`<tr>
    <th scope="row"><a href="/${lang}/files/${applicationId}">${name}</a> <span class="desk__number small">${rowId.slice(rowId.indexOf('/') + 1)}</span></th>
    <td data-column="${t('bulk.becomes')}">${pill({ tone: tones[state], text: t(`bulk.states.${state}`) })} ${reasonTexts(frame, reasons).join(' ')}${preview && state === 'possible' && letterLink(frame, letterHref(id), name)}</td>
  </tr>`,
  )}</tbody>
</table>
${pagination({
  label: t('site.pages'),
  previous: !isFirst && { href, text: t('desk.first') },
  next: next !== null && { href: next, text: t('desk.next') },
})}`,
  );
}

/** The letter of one line as it will go, a copy for each who gets it. */
function letters(
  frame: Frame,
  { line, letters: copies, reasons }: NonNullable<BulkActView['preview']>,
): Html {
  const { t } = frame;
  const { name } = line;
  return html`<section class="card mail__letter" id="letter" aria-labelledby="letter-title">
  <h2 id="letter-title">${t('bulk.letter.title', { name })}</h2>
  ${copies.length === 0 && html`<p>${t('bulk.letter.none')} ${reasonTexts(frame, reasons).join(' ')}</p>`}
  ${copies.map(
    (copy, n) => html`<details class="disclosure"${n === 0 && html` open`}>
    <summary>${t('mail.toNamed', { name: copy.name, address: copy.to })}</summary>
    <h3 lang="${copy.language}">${copy.subject}</h3>
    <pre class="mail__text" lang="${copy.language}">${copy.text}</pre>
  </details>`,
  )}
</section>`;
}

function letterLink({ t }: Frame, href: string, name: BulkLine['name']): Html {
  return html` <a href="${href}">${t('bulk.letter.read')}<span class="govuk-visually-hidden"> ${name}</span></a>`;
}
