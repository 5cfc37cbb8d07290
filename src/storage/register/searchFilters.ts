import type { PageOfRows, Question, Wanted } from '../../commands/ports/registerPorts.ts';
import { type Rank, ranks } from '../../register/searchRow.ts';
import { having, havingAll, havingAny, planOf } from './searchPlan.ts';

/** One part of an answer in which all rows have the same rank and place: parts follow each other in the order of the answer. */
export interface Part {
  readonly at: string;
  readonly rank: Rank;
  readonly filter: object;
}

/** The parts of an answer from where a stretch begins, in the order in which it runs. */
export function partsOf(question: Question, { from, back }: Pick<PageOfRows, 'from' | 'back'>): Part[] {
  const inOrder = back ? stepsOf(question).toReversed() : stepsOf(question);
  const part = ({ at, rank, within }: Step, also: object): Part[] => {
    const filter = rankedRows({ ...question, filters: [...question.filters, ...within] }, rank);
    return filter ? [{ at, rank, filter: { ...filter, ...also } }] : [];
  };
  const holding = question.validOn === null ? {} : { holds: true };
  const begun = inOrder.findIndex(({ at, rank }) => at === from?.at && rank === from.rank);
  const step = inOrder[begun];
  if (!from || !step) return inOrder.flatMap((one) => part(one, holding));
  const { holds, number } = from;
  // The rows beside it: those that hold alike, then those that do not, or the other way round.
  const beside = part(step, { holds, _id: back ? { $gt: number } : { $lt: number } });
  const others = holds === back || question.validOn !== null ? [] : part(step, { holds: !holds });
  const further = inOrder.slice(begun + 1).flatMap((one) => part(one, holding));
  return [...beside, ...others, ...further];
}

/** What all rows of a part have in common, and the term of their place as a filter. */
interface Step {
  readonly at: string;
  readonly rank: Rank;
  readonly within: readonly Wanted[];
}

/** The steps of an answer: place by place, in each rank by rank. */
function stepsOf({ words, around }: Question): Step[] {
  const used = words.length > 0 ? ranks : ranks.slice(0, 1);
  const places = around?.map((place) => ({ at: place.term, within: [[place]] })) ?? [{ at: '', within: [] }];
  return places.flatMap((place) => used.map((rank) => ({ ...place, rank })));
}

/**
 * Rows that have all that is wanted with words of this rank or a better one, but not all words with a better one; null where
 * the counts say that there are none.
 */
function rankedRows({ words, filters, validOn }: Question, rank: Rank): object | null {
  const upTo = ranks.slice(0, ranks.indexOf(rank) + 1);
  const better = upTo.slice(0, -1);
  // Of a single word, no row with a better rank is even looked at.
  const all = havingAll(words, filters, words.length === 1 ? [rank] : upTo);
  // One word at least has this very rank: the only way in where few rows have it, as one that just the text of an offer says.
  const exactly = words.length > 1 ? [havingAny(words.map((word) => having(word, [rank])))] : [];
  const { entered, lacking, rows } = planOf(all, exactly);
  if (rows === 0) return null;
  const isAlone = words.length === 1 && words[0]?.length === 1;
  const hasBetter = words.map((word) => ({ words: { $in: having(word, better).keys } }));
  const isBetter = words.length > 0 && better.length > 0 && !isAlone ? [{ $and: hasBetter }] : [];
  return { ...entered, ...without([...lacking, ...isBetter]), ...since(validOn) };
}

/** Rows of any rank: those that are entered by what fewest have, how many they are, and which of them answer. */
export function anyRows(question: Question) {
  const { words, filters, validOn } = inAnyPlace(question);
  const { entered, lacking, rows } = planOf(havingAll(words, filters, ranks));
  return { entered, rest: { ...without(lacking), ...since(validOn) }, rows };
}

/** The same question, with all its places as one filter. */
export function inAnyPlace({ around, filters, ...question }: Question): Question {
  return { ...question, filters: around ? [...filters, around] : filters };
}

function without(conditions: readonly object[]): object {
  return conditions.length === 0 ? {} : { $nor: conditions };
}

function since(validOn: Question['validOn']): object {
  return validOn === null ? {} : { validUntil: { $gte: validOn } };
}
