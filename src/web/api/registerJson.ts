import type { RegisterAnswer, RegisterQuery } from '../../commands/register/searchRegister.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Day } from '../../register/day.ts';
import { validityToday } from '../../register/validity.ts';
import { cursorOf } from '../forms/cursor.ts';
import { labelJson } from '../register/labelJson.ts';
import { registerSearch } from '../register/register.form.ts';
import type { SearchAnswer } from '../schemas/search.ts';

/** What a search of the register is made into for programs. */
export interface RegisterJsonData {
  readonly query: RegisterQuery;
  readonly answer: RegisterAnswer;
  readonly today: Day;
  readonly publicUrl: string;
}

/** A page of labels as programs read them, the addresses of the pages beside it, and words that were taken for others. */
export function registerJson(
  { query, answer, today, publicUrl }: RegisterJsonData,
  words: Translator,
): SearchAnswer {
  const { entries, previous, next, counts, site } = answer;
  const also = counts === null ? {} : { counts: 'yes' };
  const page = (cursor: Readonly<Record<string, string>>) =>
    `${publicUrl}/api/v1/labels${registerSearch(query, { ...also, ...cursor })}`;
  return {
    labels: entries.map((entry) =>
      labelJson({ entry, asOf: null }, validityToday(entry, today), words, publicUrl),
    ),
    instead: answer.words.flatMap(({ typed, instead }) =>
      instead === null ? [] : [{ typed, taken: instead }],
    ),
    unknown: answer.words.flatMap(({ typed, wanted }) => (wanted.length === 0 ? [typed] : [])),
    ...(site && { site: { host: site.host, named: site.isNamed } }),
    ...(counts && { counts: { total: counts.total, all: counts.areAll, ...counts.of } }),
    previous: previous && page({ before: cursorOf(previous, query) }),
    next: next && page({ after: cursorOf(next, query) }),
  };
}
