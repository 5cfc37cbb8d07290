import type { SchemeChange } from '../../criteria/compare.ts';
import type { Language, PublishedScheme } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';

/** Of a version itself, and said beside the table. */
const ofVersion = ['version', 'status', 'opensOn'];

/** What differs between two versions of the criteria in numbers and rules, and in the wording of the reader's language, row by row. */
export function schemeChanges(
  changes: readonly SchemeChange[],
  versions: readonly PublishedScheme[],
  words: Translator,
) {
  const { language } = words;
  const ofWording = `text.${language}`;
  const rowsOf = (some: readonly SchemeChange[]) => some.map((one) => changeRow(one, versions, words));
  const isRule = ({ what, field }: SchemeChange) =>
    !what.startsWith('text.') && !(what === 'rules' && ofVersion.includes(field));
  return {
    data: rowsOf(changes.filter(isRule)),
    wording: rowsOf(changes.filter(({ what }) => what === ofWording || what.startsWith(`${ofWording}.`))),
  };
}

function changeRow(
  { kind, what, id, field, before, after }: SchemeChange,
  versions: readonly PublishedScheme[],
  { language, t, has }: Translator,
) {
  const [first = '', ...rest] = field.split('.');
  const key = `changePack.field.${first}` as const;
  return {
    kind,
    /** `FIN-02 · title`; empty for a rule of the whole. */
    name: id && [id, titleOf(what, id, versions, language)].filter(Boolean).join(' · '),
    field: has(key) ? t(key) : first,
    /** Which of its numbers, as the file names it. */
    detail: rest.join('.'),
    before,
    after,
  };
}

/** What a part is called, in the later version that has it. */
function titleOf(
  what: string,
  id: string,
  versions: readonly PublishedScheme[],
  language: Language,
): string | undefined {
  return versions
    .map(({ texts }) => texts[language])
    .map(({ criteria, themes, facts, glossary }) => {
      if (what.endsWith('criteria')) return criteria[id]?.title;
      if (what.endsWith('themes')) return themes[id]?.title;
      return what.endsWith('facts') ? facts[id]?.label : glossary[id]?.term;
    })
    .findLast(Boolean);
}
