import type { DeskListView } from '../../../../src/web/desk/lists/list.view.ts';
import { button } from '../../../components/button.ts';
import { select } from '../../../components/choices.ts';
import { textarea, textField } from '../../../components/fields.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';
import { exportLinks } from '../exportLinks.ts';

/** The box of a row in a list. */
export function pickBox(
  { t }: Frame,
  { id, title, number }: DeskListView['rows'][number],
  isPicked: boolean,
): Html {
  return html`<input type="checkbox" name="pick-${id}" value="yes" data-row${isPicked && html` checked`} aria-label="${t('bulk.pickOne', { name: title, number: number ?? '' })}">`;
}

/**
 * What can be done to the rows that are ticked, or to all that the search finds. Handing over comes first: the Enter key in its
 * field presses the first button of the form.
 */
export function bulkActs(
  frame: Frame,
  { kind, count, isMore, isTooMany, asked, officers, sessions, refusal: { typed, faults } }: DeskListView,
): Html {
  const { t } = frame;
  const of = kind;
  return html`<section class="desk__acts no-print" aria-labelledby="acts">
  <h2 id="acts">${t(`desk.${kind}.acts`)}</h2>
  <p>${isTooMany ? t('bulk.tooMany', { of }) : t('bulk.hint', { of, count })}</p>
  <div class="desk__filters">
    ${select(frame, { name: 'to', label: t('bulk.to'), value: typed.to, error: faults.to, items: officers, empty: t('bulk.choose') })}
    ${textField(frame, { name: 'note', label: t('bulk.note'), value: typed.note, error: faults.note, autocomplete: 'off', attributes: { maxlength: '1000' } })}
    <p class="govuk-form-group">${button({ text: t('bulk.kinds.handOver.plan'), kind: 'quiet', name: 'act', value: 'handOver' })}</p>
  </div>
  ${
    kind === 'files' &&
    sessions.length > 0 &&
    html`<div class="desk__filters">
    ${select(frame, { name: 'session', label: t('bulk.session'), value: typed.session, error: faults.session, items: sessions, empty: t('bulk.chooseSession') })}
    <p class="govuk-form-group">${button({ text: t('bulk.kinds.putOnAgenda.plan'), kind: 'quiet', name: 'act', value: 'putOnAgenda' })}</p>
  </div>`
  }
  ${
    kind === 'labels' &&
    html`<div class="desk__message">
    ${textField(frame, { name: 'subject', label: t('correspondence.write.subject'), value: typed.subject, error: faults.subject, autocomplete: 'off', attributes: { maxlength: '120' } })}
    ${textarea(frame, { name: 'text', label: t('correspondence.write.text'), value: typed.text, error: faults.text, rows: 5 })}
    <p class="govuk-form-group">${button({ text: t('bulk.kinds.write.plan'), kind: 'quiet', name: 'act', value: 'write' })}</p>
  </div>`
  }
  <div class="row">
    ${kind === 'files' && button({ text: t('bulk.kinds.remind.plan'), kind: 'quiet', name: 'act', value: 'remind' })}
    ${button({ text: t('bulk.exportCsv', { of }), kind: 'quiet', name: 'act', value: 'exportCsv' })}
    ${button({ text: t('bulk.exportXlsx', { of }), kind: 'quiet', name: 'act', value: 'exportXlsx' })}
  </div>
  ${exportLinks(frame, `lists/${kind}`, asked, isMore ? t(`desk.${kind}.exportAll`) : t(`desk.${kind}.export`, { count }))}
</section>`;
}
