import type { SchemeChange } from '../../criteria/compare.ts';
import type { Language, PublishedScheme, SchemeText } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';

const signs: Readonly<Record<string, string>> = { '*': ' × ', '/': ' ÷ ', '-': ' − ', '<=': '≤', '>=': '≥' };

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
  words: Translator,
) {
  const { language, t, has } = words;
  const [first = '', ...rest] = field.split('.');
  const inWords = (value: string, version: PublishedScheme | undefined) =>
    what.startsWith('text.') ? value : ruleText(first, value, version?.texts[language], words);
  const key = `changePack.field.${first}` as const;
  return {
    kind,
    /** `FIN-02 · title`; empty for a rule of the whole. */
    name: id && [id, titleOf(what, id, versions, language)].filter(Boolean).join(' · '),
    field: has(key) ? t(key) : first,
    /** Which of its numbers. */
    detail: detailText(rest, words),
    before: inWords(before, versions[0]),
    after: inWords(after, versions.at(-1)),
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

/** Which number of a field differs, in words: `noData.levels` is "no data, levels". */
function detailText(keys: readonly string[], { t, has }: Translator): string {
  const named = keys.map((key) => {
    const word = `changePack.detail.${key}` as const;
    return has(word) ? t(word) : key;
  });
  return named.join(', ');
}

/** A value of a rule in words: figures by their names, conditions and formulas without the signs of the file. */
function ruleText(field: string, value: string, text: SchemeText | undefined, words: Translator): string {
  const { t } = words;
  if (value === 'true' || value === 'false') return t(value === 'true' ? 'site.yes' : 'site.no');
  if (value === 'higher' || value === 'lower') return t(`changePack.value.${value}`);
  if (field === 'validity') return named(value, text, words).replaceAll(' | ', ', ');
  if (!/^(?:number|naWhen|naReason)$/.test(field)) return value;
  return value
    .split(/ \| (?=when )/)
    .map((one) => {
      const [, when = '', levels = ''] = /^when (.*), levels (.*)$/.exec(one) ?? [];
      if (when === '') return conditionText(one, text, words);
      return t('changePack.value.case', {
        when: conditionText(when, text, words),
        levels: levels.replaceAll(' | ', ', '),
      });
    })
    .join('; ');
}

function conditionText(source: string, text: SchemeText | undefined, words: Translator): string {
  const spoken = source
    .replace('cycle = first', words.t('changePack.value.firstCycle'))
    .replace(/\*100$/, '')
    .replaceAll(/[<>]=|[-*/]/g, (sign) => signs[sign] ?? sign)
    .replaceAll('max(', `${words.t('figure.highest')} (`)
    .replaceAll(' | ', ', ');
  return named(spoken, text, words);
}

function named(source: string, text: SchemeText | undefined, { t }: Translator): string {
  return source.replaceAll(/\b[A-Z]\d{2}\b/g, (id) =>
    t('applicant.criterion.naFact', { fact: text?.facts[id]?.label ?? id }),
  );
}
