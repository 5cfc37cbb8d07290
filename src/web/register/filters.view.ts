import type { FacetName } from '../../commands/register/facetCounts.ts';
import type { RegisterAnswer, RegisterQuery } from '../../commands/register/searchRegister.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { registerSearch } from './register.form.ts';

/** One value that the register may be narrowed down by. */
interface FacetValue {
  readonly text: string;
  readonly count: string;
  readonly href: string;
}

/** What the register is narrowed down by, each with a way to take it away, and what else it may be. */
export interface FiltersView {
  readonly active: readonly {
    readonly text: string;
    readonly remove: string;
    readonly href: string;
  }[];
  readonly facets: readonly { readonly title: string; readonly values: readonly FacetValue[] }[];
  /** The filters as the form sends them along with other words. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
}

/** In the order in which people narrow down. */
const shown = [
  'type',
  'theme',
  'place',
  'valid',
  'leman',
  'form',
  'status',
] as const satisfies readonly FacetName[];
const maxValues = 8;

/** The filters of a search. */
export function filtersView(query: RegisterQuery, answer: RegisterAnswer, words: Translator): FiltersView {
  const address = (changed: Partial<RegisterQuery>) =>
    `/${words.language}/register${registerSearch({ ...query, ...changed })}`;
  const set = shown.flatMap((name) => {
    const value = setIn(query, name);
    return value === null ? [] : [{ name, value }];
  });
  const facets = shown.flatMap((name) => {
    const values = set.some((one) => one.name === name) ? [] : (answer.counts?.of[name] ?? []);
    return values.length === 0
      ? []
      : [
          {
            title: words.t(`register.facets.${name}`),
            values: values.slice(0, maxValues).map(({ value, count }) => ({
              text: facetText(name, value, answer.places, words),
              count: words.number(count),
              href: address(asked(name, value)),
            })),
          },
        ];
  });
  return {
    active: set.map(({ name, value }) => {
      const text = facetText(name, value, answer.places, words);
      return { text, remove: words.t('register.remove', { filter: text }), href: address(asked(name, null)) };
    }),
    facets,
    kept: set,
  };
}

function setIn(query: RegisterQuery, name: FacetName): string | null {
  const value = query[name];
  return typeof value === 'boolean' ? (value ? 'yes' : null) : value;
}

/** A search that asks for this value, which the register has, or for none. */
function asked(name: FacetName, value: string | null): Partial<RegisterQuery> {
  return { [name]: name === 'leman' || name === 'valid' ? value !== null : value };
}

function facetText(
  name: FacetName,
  value: string,
  places: ReadonlyMap<string, string>,
  words: Translator,
): string {
  switch (name) {
    case 'place':
      return places.get(value) ?? value;
    case 'type':
      return words.tOf(`offerTypes.${value}`);
    case 'theme':
      return words.tOf(`sectors.${value}`);
    case 'form':
      return words.tOf(`legalForms.${value}`);
    case 'status':
      return words.tOf(`status.${value}.word`);
    case 'leman':
    case 'valid':
      return words.t(`register.${name}`);
  }
}
