import type { Connection } from 'mongoose';
import type { DeskListing, DeskPlace, DeskRow, DeskSort, PlacedRow } from '../../commands/ports/deskPorts.ts';
import { findRows, withId } from '../database/database.ts';
import type { Visible } from '../database/visible.ts';
import { byBare, bySort, conditionsOf, filterOf, rarestOf } from './deskPlan.ts';
import type { StoredRow } from './storedRow.ts';

const shown = { words: 0 } as const;
type ShownRow = Omit<StoredRow, 'words'>;

/** Rows of files and labels over MongoDB, as a view shows them. */
export function deskStore(connection: Connection, visible: Visible): DeskListing {
  const inView = (filter: object) => ({ $and: [filter, ...visible('deskRows')] });
  const rows = connection.collection<StoredRow>('deskRows');
  return {
    deskRow: async (id) => {
      const [row] = await findRows<DeskRow>(connection, 'deskRows', inView({ _id: id }), {
        projection: { ...shown, sorts: 0 },
      });
      return row ?? null;
    },
    deskRowsOf: (ids) =>
      findRows<DeskRow>(connection, 'deskRows', inView({ _id: { $in: [...ids] } }), {
        projection: { ...shown, sorts: 0 },
      }),
    searchDesk: async (search, { sort, limit, after = null }) => {
      const conditions = conditionsOf(search);
      const rarest = await rarestOf(rows, search.kind, conditions);
      // Of what many rows have, the first ones in order are found sooner along the order.
      const enters = rarest !== null && rarest.rows ** 2 < (await total(search.kind)) * limit;
      const filter = {
        $and: [filterOf(search.kind, conditions, enters ? rarest : null), ...later(sort, after)],
      };
      const found = await rows
        .find(inView(filter), { projection: shown })
        .hint(enters ? rarest.index : bySort(sort))
        .sort(orderOf(sort))
        .limit(limit)
        .toArray();
      return found.map((row) => placed(row, sort));
    },
    countDesk: async (search, limit) => {
      const conditions = conditionsOf(search);
      const rarest = await rarestOf(rows, search.kind, conditions);
      const filter = inView(filterOf(search.kind, conditions, rarest));
      return await rows.countDocuments(filter, { hint: rarest?.index ?? byBare, limit });
    },
  };

  /** How many rows of a kind there are, seen or not: it decides how they are read, and nothing that is told. */
  async function total(kind: StoredRow['kind']): Promise<number> {
    return await rows.countDocuments({ kind }, { hint: byBare });
  }
}

function orderOf(sort: DeskSort) {
  const way = sort === 'changed' ? -1 : 1;
  return { [`sorts.${sort}`]: way, _id: way } as const;
}

/** What comes after a place; the first condition bounds the read, the second parts rows of the same value. */
function later(sort: DeskSort, after: DeskPlace | null): object[] {
  if (after === null) return [];
  const field = `sorts.${sort}`;
  const [within, beyond] = sort === 'changed' ? (['$lte', '$lt'] as const) : (['$gte', '$gt'] as const);
  return [
    { [field]: { [within]: after.value } },
    { $or: [{ [field]: { [beyond]: after.value } }, { _id: { [beyond]: after.id } }] },
  ];
}

function placed({ sorts, ...row }: ShownRow, sort: DeskSort): PlacedRow {
  return { row: withId<DeskRow>(row), place: { value: sorts[sort], id: row._id } };
}
