import { allCategories, branchOf, categoryBranches } from '../criteria/category.ts';
import { offerTypes } from '../criteria/offer.ts';
import type { MessageKey } from '../messages.ts';
import { profile } from '../profile/profile.ts';
import type { Day } from './day.ts';
import type { Entry } from './entry.ts';
import { folded } from './folded.ts';
import { legalForms } from './legalForm.ts';
import { distances } from './places/distance.ts';
import { activeWords, publicWords, statusToday } from './publicStatus.ts';
import { sectors } from './sector.ts';

/** One thing that the register is narrowed down by. */
export interface Filter<Name extends string = string> {
  /** Its name in addresses and answers, and of its words (`register.filters`). */
  readonly name: Name;
  /** What may be asked for; null where people type it, as entries write it themselves. */
  readonly values: readonly string[] | null;
  /** The value that one lies in, where it lies in another: it is offered once that one is chosen. */
  readonly within?: Readonly<Record<string, string>>;
  /** The word of each of these. */
  readonly words: Readonly<Record<string, MessageKey>>;
  /** What an entry has of it; null where only the day of the answer tells, or what else is asked for. */
  readonly of: ((entry: Entry) => readonly string[]) | null;
  /** What it has of it on a day; absent where that is what it always has. */
  readonly onDay?: (stored: readonly string[], validUntil: Day, today: Day) => readonly string[];
  /** Values that only labels have which are valid on the day. */
  readonly whileValid?: readonly string[];
}

/** Labels that are valid on the day of the answer, or all of them. */
const validities = ['yes', 'any'] as const;

/** In the order in which people narrow down. */
const table = [
  {
    name: 'category',
    ...chosen(allCategories, (category) => `categories.${category}`),
    within: Object.fromEntries(
      categoryBranches.flatMap(({ branch, categories }) => categories.map((name) => [name, branch])),
    ),
    of: ({ offers }) => [
      ...new Set(
        offers.flatMap(({ category }) => (category ? [branchOf(category) ?? [], category].flat() : [])),
      ),
    ],
  },
  {
    name: 'type',
    ...chosen(offerTypes, (type) => `offerTypes.${type}`),
    of: ({ offers }) => [...new Set(offers.map(({ type }) => type))].sort(),
  },
  {
    name: 'theme',
    ...chosen(sectors, (sector) => `sectors.${sector}`),
    of: ({ organisation: { sector } }) => (sector === null ? [] : [sector]),
  },
  { name: 'place', values: null, words: {}, of: ({ organisation }) => [placeOf(organisation.commune)] },
  {
    name: 'postcode',
    values: null,
    words: {},
    of: ({ organisation: { postcode } }) => (postcode ? [postcode] : []),
  },
  // Kilometres around the place that is asked for: where an entry lies is a term of its own (searchRow.ts).
  { name: 'within', ...chosen(distances, (value) => `register.filters.within.values.${value}`), of: null },
  {
    name: 'valid',
    ...chosen(validities, (value) => `register.filters.valid.values.${value}`),
    of: null,
    onDay: (_, validUntil, today) => (validUntil >= today ? ['yes'] : []),
    whileValid: ['yes'],
  },
  {
    name: 'leman',
    ...chosen(['yes'], () => 'register.leman'),
    of: ({ acceptsLeman }) => (acceptsLeman ? ['yes'] : []),
  },
  {
    name: 'form',
    ...chosen(legalForms, (form) => `legalForms.${form}`),
    of: ({ organisation }) => [organisation.legalForm],
  },
  {
    name: 'status',
    ...chosen(publicWords, (status) => `status.${status}.word`),
    of: (entry) => [statusToday(entry, entry.since).word],
    // A label that was to last until yesterday is expired, whatever is stored of it.
    onDay: (stored, validUntil, today) => (validUntil !== '' && validUntil < today ? ['expired'] : stored),
    whileValid: Object.values(activeWords),
  },
] as const satisfies readonly Filter[];

export type FilterName = (typeof table)[number]['name'];

/** Everything that the register is narrowed down by. */
export const filters: readonly Filter<FilterName>[] = table.filter(
  ({ name }) => name !== 'leman' || profile.localCurrency !== undefined,
);

function chosen<Value extends string>(values: readonly Value[], word: (value: Value) => MessageKey) {
  return { values, words: Object.fromEntries(values.map((value) => [value, word(value)])) };
}

/** The name under which a commune is listed, however it is written. */
export function placeOf(commune: string): string {
  return folded(commune);
}
