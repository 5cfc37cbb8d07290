import type { DeskListView } from '../../../../src/web/desk/lists/list.view.ts';
import { button } from '../../../components/button.ts';
import { checkbox, select } from '../../../components/choices.ts';
import { textField } from '../../../components/fields.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';

/**
 * The search of a list: a line of words, and below it what narrows it down, its order and its columns. It leads to what is found, below
 * all of this: there the next press of the Tab key goes on.
 */
export function searchForm(frame: Frame, view: DeskListView): Html {
  const { t } = frame;
  const { kind, q, sort, columns, allColumns, operators, all } = view;
  return html`<form class="card desk__search no-print" method="get" action="${all}#found" role="search">
  <div class="desk__line">
    ${textField(frame, { name: 'q', label: t(`desk.${kind}.search`), hint: t('desk.searchHint'), value: q, autocomplete: 'off', spellcheck: false, attributes: { maxlength: '300' } })}
    ${button({ text: t('desk.find') })}
  </div>
  <details class="disclosure">
    <summary>${t('desk.narrow')}</summary>
    <div class="desk__filters">
      ${operators.map((operator) => filter(frame, operator))}
      ${select(frame, {
        name: 'sort',
        label: t('desk.sort'),
        value: sort,
        items: sortsOf(kind).map((value) => ({ value, text: t(`desk.sorts.${value}`) })),
      })}
    </div>
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend">${t('desk.shownColumns')}</legend>
      <div class="desk__columns">${allColumns.map((column) => checkbox(frame, { name: `col-${column}`, label: t(`desk.columns.${column}`), value: columns.some((one) => one === column) }))}</div>
    </fieldset>
    <p>${button({ text: t('desk.find'), kind: 'quiet' })}</p>
  </details>
</form>`;
}

function filter(frame: Frame, { op, items, value }: DeskListView['operators'][number]): Html {
  const field = { name: op, label: frame.t(`desk.filters.${op}`), value };
  return items === null
    ? textField(frame, { ...field, autocomplete: 'off', spellcheck: false })
    : select(frame, { ...field, items, empty: frame.t('desk.any') });
}

function sortsOf(kind: DeskListView['kind']) {
  const all = ['changed', 'name', 'since', 'due', 'ends'] as const;
  return all.filter((sort) => kind === 'labels' || sort !== 'ends');
}
