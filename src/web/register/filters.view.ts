import type { RegisterAnswer, RegisterQuery } from '../../commands/register/searchRegister.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { type Filter, type FilterName, filters } from '../../register/filters.ts';
import { registerSearch } from './register.form.ts';

const maxValues = 8;

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
      const { name } = filter;
      const values = query[name] === undefined ? (answer.counts?.of[name] ?? []) : [];
      if (values.length === 0) return [];
      const shown = values
        .slice(0, maxValues)
        .map(({ value, count }) => ({
          text: textOf(filter, value),
          count: words.number(count),
          href: hrefWith(name, value),
        }));
      return { title: words.t(`register.filters.${name}.title`), values: shown };
    }),
    /** The filters as the form sends them along with other words. */
    kept: filters.flatMap(({ name }) => {
      const value = query[name];
      return value === undefined ? [] : { name, value };
    }),
  };
}
