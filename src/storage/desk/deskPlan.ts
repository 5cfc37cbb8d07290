import type { mongo } from 'mongoose';
import type { DeskKind, DeskSearch, DeskSort } from '../../commands/ports/deskPorts.ts';
import type { StoredRow } from './storedRow.ts';

/** The index that every row of a kind is counted by: it holds what a view asks for. */
export const byBare = { kind: 1, organisationId: 1, applicationId: 1 } as const;
const byTerm = { kind: 1, words: 1, organisationId: 1, applicationId: 1 } as const;

/** The index that rows of a kind are sorted by. */
export function bySort(sort: DeskSort) {
  return { kind: 1, [`sorts.${sort}`]: 1, _id: 1 } as const;
}

/** What rows must have, and by which index those that have it are found. */
export interface Condition {
  readonly has: object;
  /** The same, put so that the server does not try to enter by it: to try costs more than to look at the rows. */
  readonly also: object;
  readonly index: mongo.IndexSpecification;
}
type Counted = Condition & { readonly rows: number };

/** More rows are not counted to find the rarest. */
const maxCounted = 2000;

/** Each thing that a search asks of rows. */
export function conditionsOf({ terms, days }: DeskSearch): Condition[] {
  return [
    ...terms.map((group) => ({
      has: { words: { $in: [...group] } },
      also: { $nor: [{ words: { $nin: [...group] } }] },
      index: byTerm,
    })),
    ...days.map(({ of, from, to }) => {
      const has = { [`sorts.${of}`]: { $gte: from, $lte: to } };
      return { has, also: has, index: bySort(of) };
    }),
  ];
}

/** Of several conditions the one that fewest rows meet; null where there is none. */
export async function rarestOf(
  rows: mongo.Collection<StoredRow>,
  kind: DeskKind,
  conditions: readonly Condition[],
): Promise<Counted | null> {
  const counted = await Promise.all(
    conditions.map(async (condition) => {
      const options = { hint: condition.index, limit: maxCounted };
      return { ...condition, rows: await rows.countDocuments({ kind, ...condition.has }, options) };
    }),
  );
  return counted.sort((a, b) => a.rows - b.rows)[0] ?? null;
}

/** The filter of all conditions, entered by one of them where one is given. */
export function filterOf(kind: DeskKind, conditions: readonly Condition[], entered: Counted | null): object {
  const others = conditions.filter((one) => one.index !== entered?.index || one.has !== entered.has);
  return { $and: [{ kind }, ...(entered ? [entered.has] : []), ...others.map(({ also }) => also)] };
}
