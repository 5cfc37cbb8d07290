import {
  maxFacetValues,
  type RegisterAnswer,
  type RegisterQuery,
} from '../../commands/register/searchRegister.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { type Filter, type FilterName, filters } from '../../register/filters.ts';
import { usualDistance } from '../../register/places/placeInText.ts';
import { registerSearch } from './register.form.ts';

/** Filters that have a field or a link of their own. */
const elsewhere: readonly FilterName[] = ['valid', 'postcode', 'within'];
/** Those that the form asks for itself. */
const inForm: readonly FilterName[] = ['place', 'postcode', 'within'];

/** What a search narrows the register down by, each with a way to take it away, and what else it may be. */
export function filtersView(query: RegisterQuery, answer: RegisterAnswer, words: Translator) {
  const hrefWith = (name: FilterName, value: string) =>
    `/${words.language}/register${registerSearch({ ...query, [name]: value })}`;
  const textOf = (filter: Filter, value: string) => {
    const key = filter.words[value];
    return key === undefined ? (answer.places.get(value) ?? value) : words.tOf(key);
  };
  return {
    active: filters.flatMap((filter) => {
      const value = query[filter.name];
      if (value === undefined) return [];
      const text = textOf(filter, value);
      const remove = words.t('register.remove', { filter: text });
      return { text, remove, href: hrefWith(filter.name, '') };
    }),
    facets: filters.flatMap((filter) => {
      if (elsewhere.includes(filter.name)) return [];
      const { name, within = {} } = filter;
      // What lies in the value that is chosen; where none is, what lies in no other.
      const values = (answer.counts?.of[name] ?? []).filter(({ value }) => within[value] === query[name]);
      if (values.length === 0) return [];
      const shown = values
        .slice(0, maxFacetValues)
        .map(({ value, count }) => ({
          text: textOf(filter, value),
          count: words.number(count),
          href: hrefWith(name, value),
        }));
      return { title: words.t(`register.filters.${name}.title`), values: shown };
    }),
    /** Labels that do not hold any more, where only those that do are shown. */
    ended: (query.valid ?? query.status) ? null : hrefWith('valid', 'any'),
    /** Where, as it stands in its field. */
    place: [query.postcode, query.place && (answer.places.get(query.place) ?? query.place)]
      .filter((part) => part !== undefined)
      .join(' '),
    /** How far from there, as it stands in its field: as usual until somebody says where. */
    within: query.place === undefined && query.postcode === undefined ? usualDistance : (query.within ?? ''),
    /** The other filters as the form sends them along with other words. */
    kept: filters.flatMap(({ name }) => {
      const value = query[name];
      return value === undefined || inForm.includes(name) ? [] : { name, value };
    }),
  };
}
