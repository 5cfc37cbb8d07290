import { type DeskList, listDesk, pickedRows } from '../../../commands/desk/lists/listDesk.ts';
import type { DeskRow } from '../../../commands/ports/deskPorts.ts';
import type { Asker, Deps } from '../../../commands/ports/ports.ts';
import { refuseFor } from '../../../errors.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { allPages, type List, type ListColumn } from '../../papers/list.ts';
import { type Column, isDay, valueIn } from './columns.ts';
import { askedBy, type ListAddress } from './listAddress.ts';
import { type RowView, rowView } from './row.view.ts';
import { vocabularyOf } from './vocabulary.ts';

/** A list as its address asks for it, every row of it, or those that were picked, in the columns that it shows. */
export function exportedList(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  address: ListAddress,
  words: Translator,
  picked: readonly DeskRow['id'][],
): List<RowView> {
  const { kind, sort, q, filters } = address;
  const { t } = words;
  const { asked, faults } = askedBy(address, vocabularyOf(kind, words));
  const said = Object.entries(filters).map(
    ([op, value]) => [words.tOf(`desk.filters.${op}`), value] as const,
  );
  const withOwners = address.columns.includes('email');
  const column = (
    key: Column | 'name' | 'number',
    cell: ListColumn<RowView>['cell'],
    type: 'text' | 'day' = 'text',
  ) => ({ key, heading: t(`desk.columns.${key}`), type, cell });
  return {
    name: kind,
    title: t(`desk.${kind}.title`),
    asked: [
      ...(q === '' ? [] : [[t(`desk.${kind}.search`), q] as const]),
      ...said,
      ...(picked.length > 0 ? [[t('bulk.picked', { of: kind }), picked.map(keyOf).join(', ')] as const] : []),
    ],
    columns: [
      column('number', ({ number }) => number),
      column('name', ({ title }) => title),
      ...address.columns.map((key) =>
        column(key, (row) => valueIn(row, key, words), isDay(key) ? 'day' : 'text'),
      ),
    ],
    rows: allPages(async (after: DeskList['next'] | undefined) => {
      if (picked.length > 0) {
        const list = await pickedRows(deps, asker, { ids: picked, withOwners });
        return { rows: list.rows.map((row) => rowView(row, list, words)), next: null };
      }
      const input = { kind, asked, sort, faults, after: after ?? null, withOwners, forExport: true } as const;
      const list = await listDesk(deps, asker, input);
      // A list that nobody understood is not an empty one.
      refuseFor({ searchUnclear: list.faults.length > 0 });
      return { rows: list.rows.map((row) => rowView(row, list, words)), next: list.next };
    }),
  };
}

/** The number of a row behind its kind. */
function keyOf(id: DeskRow['id']): string {
  return id.slice(id.indexOf('/') + 1);
}
