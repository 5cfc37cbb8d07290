import type { PrecedentPage, PrecedentSearch } from '../../commands/committee/views/listPrecedents.ts';
import type { PublishedScheme, SchemeText } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { PlainNamesIn } from '../../messages.ts';
import { pagesBeside } from '../forms/address.ts';
import { levelSign } from '../views/staffWords.view.ts';

export type PrecedentsView = ReturnType<typeof precedentsView>;

/** A page of precedents, as requested. */
export function precedentsView(
  { precedents, next }: PrecedentPage,
  search: PrecedentSearch,
  { scheme, texts }: PublishedScheme,
  words: Translator,
) {
  const text = texts[words.language];
  const { criterion, outcome, text: q, after } = search;
  const known = scheme.criteria.map(({ id }) => id);
  const ids = criterion === '' || known.includes(criterion) ? known : [...known, criterion];
  return {
    typed: search,
    criteria: ids.map((id) => ({ value: id, text: `${id} ${titleOf(id, text)}`.trim() })),
    precedents: precedents.map((one) => rowOf(one, criterion, text, words)),
    ...pagesBeside(`/${words.language}/precedents`, { criterion, outcome, q, after }, next),
  };
}

function rowOf(
  one: PrecedentPage['precedents'][number],
  sought: string,
  text: SchemeText,
  words: Translator,
) {
  const shown = (typed: string) =>
    typed.replaceAll(/⟦(organisation|offer|person)⟧/g, (_, kind: PlainNamesIn<'precedents.hidden'>) =>
      words.t(`precedents.hidden.${kind}`),
    );
  return {
    ...one,
    reason: shown(one.reason),
    conditions: one.conditions.map(({ text: asked, due }) => ({ text: shown(asked), due })),
    places: one.places.map(({ criterion, level, text: why }) => ({
      id: criterion,
      title: titleOf(criterion, text),
      level: level === null ? '' : words.t('precedents.level', { level: levelSign(level, words) }),
      text: shown(why),
      sought: criterion === sought,
    })),
  };
}

function titleOf(id: string, text: SchemeText): string {
  return text.criteria[id]?.title ?? '';
}
