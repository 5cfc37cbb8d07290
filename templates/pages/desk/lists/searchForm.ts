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
  const { kind, q, filters, sort, columns, allColumns, operators, all, states } = view;
  // What is in one state has a link of its own, which says so.
  const isOpen = Object.keys(filters).length > 0 && !states.some(({ isHere }) => isHere);
  return html`<form class="card no-print" method="get" action="${all}#found" role="search">
  ${textField(frame, { name: 'q', label: t(`desk.${kind}.search`), hint: t('desk.searchHint'), value: q, autocomplete: 'off', spellcheck: false, attributes: { maxlength: '300' } })}
  <details class="disclosure"${isOpen && html` open`}>
    <summary>${t('desk.narrow')}</summary>
    <div class="desk__filters">
      ${operators.map((operator) => filter(frame, operator, filters))}
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
  </details>
  <p class="row">${button({ text: t('desk.find') })}</p>
</form>`;
}

function filter(
  frame: Frame,
  { op, items }: DeskListView['operators'][number],
  filters: DeskListView['filters'],
): Html {
  const field = { name: op, label: frame.t(`desk.filters.${op}`), value: filters[op] ?? '' };
  return items === null
    ? textField(frame, { ...field, autocomplete: 'off', spellcheck: false })
    : select(frame, { ...field, items, empty: frame.t('desk.any') });
}

function sortsOf(kind: DeskListView['kind']) {
  const all = ['changed', 'name', 'since', 'due', 'ends'] as const;
  return all.filter((sort) => kind === 'labels' || sort !== 'ends');
}
