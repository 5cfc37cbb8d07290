import type {
  PrecedentLine,
  PrecedentPage,
  PrecedentSearch,
} from '../../commands/committee/views/listPrecedents.ts';
import type { PublishedScheme, SchemeText } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { PlainNamesIn } from '../../messages.ts';
import { addressOf } from '../forms/address.ts';
import { outcomes } from '../forms/outcomes.ts';
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
  const { criterion, outcome, text: q } = search;
  const page = (after: string) =>
    addressOf(`/${words.language}/precedents`, { criterion, outcome, q, after });
  const known = scheme.criteria.map(({ id }) => id);
  const ids = criterion === '' || known.includes(criterion) ? known : [...known, criterion];
  return {
    typed: search,
    filtered: criterion !== '' || outcome !== '' || q !== '',
    criteria: ids.map((id) => ({ value: id, text: `${id} ${titleOf(id, text)}`.trim() })),
    outcomes,
    precedents: precedents.map((one) => rowOf(one, criterion, text, words)),
    previous: search.after === '' ? null : page(''),
    next: next === null ? null : page(next),
  };
}

function rowOf(one: PrecedentLine, sought: string, text: SchemeText, words: Translator) {
  const told = (typed: string) =>
    typed.replaceAll(/⟦(organisation|offer|person)⟧/g, (_, kind: PlainNamesIn<'precedents.hidden'>) =>
      words.t(`precedents.hidden.${kind}`),
    );
  return {
    ...one,
    reason: told(one.reason),
    conditions: one.conditions.map(({ text: asked, due }) => ({ text: told(asked), due })),
    places: one.places.map(({ criterion, level, text: why }) => ({
      id: criterion,
      title: titleOf(criterion, text),
      level: level === null ? '' : words.t('precedents.level', { level: levelSign(level, words) }),
      text: told(why),
      sought: criterion === sought,
    })),
  };
}

function titleOf(id: string, text: SchemeText): string {
  return text.criteria[id]?.title ?? '';
}
