import type { Question, Stretch, Wanted } from '../commands/searchPorts.ts';
import { type Rank, ranks } from '../register/searchRow.ts';

/** One part of an answer in which all rows have the same rank: parts follow each other in the order of the answer. */
export interface Part {
  readonly rank: Rank;
  readonly filter: object;
}

/** Rows that may answer, found by an index, and what those that do have besides. */
interface Conditions {
  readonly entered: object;
  readonly rest: object;
  /** How many rows are entered. */
  readonly rows: number;
}

/** The parts of an answer from where a stretch begins, in the order in which it runs. */
export function partsOf(question: Question, { from, back }: Pick<Stretch, 'from' | 'back'>): Part[] {
  const used = question.words.length > 0 ? ranks : ranks.slice(0, 1);
  const inOrder = back ? used.toReversed() : used;
  const part = (rank: Rank, also: object): Part => {
    const { entered, rest } = conditions(question, rank, true);
    return { rank, filter: { ...entered, ...rest, ...also } };
  };
  const holding = question.validOn === null ? {} : { holds: true };
  if (!from) return inOrder.map((rank) => part(rank, holding));
  const { rank, holds, number } = from;
  // The rows beside it: those that hold alike, then those that do not, or the other way round.
  const beside = part(rank, { holds, _id: back ? { $gt: number } : { $lt: number } });
  const others = holds === back || question.validOn !== null ? [] : [part(rank, { holds: !holds })];
  const further = inOrder.slice(inOrder.indexOf(rank) + 1).map((one) => part(one, holding));
  return [beside, ...others, ...further];
}

/** Rows of any rank. */
export function anyPart(question: Question): Conditions {
  return conditions(question, '3', false);
}

/**
 * Rows that have all that is wanted with words of this rank or a better one; `exactly` leaves out those whose words all have a
 * better one. The index is entered by what fewest rows have; the rest is an expression, which the server never takes for
 * a way into the index.
 */
function conditions({ words, filters, validOn }: Question, rank: Rank, exactly: boolean): Conditions {
  const upTo = ranks.slice(0, ranks.indexOf(rank) + 1);
  const better = exactly ? upTo.slice(0, -1) : [];
  // Of a single word, no row with a better rank is even looked at.
  const looked = exactly && words.length === 1 ? [rank] : upTo;
  const [entered, ...others] = [
    ...words.map((word) => ({ keys: keysOf(word, looked), rows: rowsOf(word) })),
    ...filters.map((filter) => ({ keys: filter.map(({ term }) => term), rows: rowsOf(filter) })),
  ].sort((a, b) => a.rows - b.rows);
  const isAlone = words.length === 1 && words[0]?.length === 1;
  const all = [
    ...others.map(({ keys }) => hasOneOf(keys)),
    ...(words.length > 0 && better.length > 0 && !isAlone
      ? [{ $or: words.map((word) => ({ $not: hasOneOf(keysOf(word, better)) })) }]
      : []),
  ];
  return {
    entered: { words: { $in: entered?.keys ?? [] } },
    rest: {
      ...(all.length > 0 && { $expr: { $and: all } }),
      ...(validOn !== null && { validUntil: { $gte: validOn } }),
    },
    rows: entered?.rows ?? 0,
  };
}

function hasOneOf(keys: readonly string[]): object {
  return { $gt: [{ $size: { $setIntersection: ['$words', keys.map((key) => ({ $literal: key }))] } }, 0] };
}

function keysOf(word: Wanted, of: readonly Rank[]): string[] {
  return word.flatMap(({ term }) => of.map((rank) => `${rank}${term}`));
}

function rowsOf(wanted: Wanted): number {
  return wanted.reduce((sum, { rows }) => sum + rows, 0);
}
