import type { Criterion, SchemeText } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { glossaryParts } from './glossaryParts.view.ts';
import type { Reading } from './reading.view.ts';
import { scaleBar } from './scaleBar.view.ts';
import { themePictogram } from './themePictogram.view.ts';

export type CriterionView = ReturnType<typeof criterionView>;

/** One criterion of a version with all that is asked, and its neighbours in reading order; pages of several share one `part`. */
export function criterionView(
  { scheme, text, criterion }: Pick<Reading, 'scheme' | 'text'> & { readonly criterion: Criterion },
  words: Translator,
  part = glossaryParts({ scheme, text }, words),
) {
  const wording = text.criteria[criterion.id];
  const { title = criterion.id, question = '', help = '' } = wording ?? {};
  const at = scheme.criteria.indexOf(criterion);
  const address = `/${words.language}/criteria/${scheme.version}`;
  const neighbour = (other: Criterion | undefined) =>
    other ? { href: `${address}/${other.id}`, text: text.criteria[other.id]?.title ?? other.id } : null;
  return {
    id: criterion.id,
    version: scheme.version,
    title,
    question,
    help,
    /** Question and help, cut at the words of the glossary. */
    explained: { question: part(question), help: part(help) },
    theme: {
      title: text.themes[criterion.theme]?.title ?? criterion.theme,
      href: `${address}/themes/${criterion.theme}`,
      pictogram: themePictogram(criterion.theme),
    },
    /** The compulsory level, and when it is due. */
    minimum: criterion.minimum,
    weight: criterion.weight,
    levels: (wording?.levels ?? []).map((level, i) => ({
      level: String(i),
      name: text.levels[i] ?? '',
      text: level,
      due: i === criterion.minimum?.level,
    })),
    evidence: wording?.evidence ?? [],
    /** The only reason for which it may be set aside, otherwise empty. */
    na: wording?.na ?? '',
    /** How the level is computed, for a criterion that follows from figures. */
    figure: figureOf(criterion, text, words),
    /** Where the rule comes from, in words; `ours` is in French. */
    sources: {
      basis: criterion.basis,
      names: criterion.from.map((code) => {
        const key = `sources.${code}` as const;
        return words.has(key) ? words.t(key) : code;
      }),
      ours: criterion.ours ?? '',
    },
    previous: neighbour(scheme.criteria[at - 1]),
    next: neighbour(scheme.criteria[at + 1]),
  };
}

function figureOf({ id, number }: Criterion, text: SchemeText, words: Translator) {
  if (!number) return null;
  const { at, better, unit, formula, atFor, cap } = number;
  const parts = formulaParts(formula, text, words);
  return {
    formula: parts.map((part) => part.text).join(' '),
    parts,
    bar: scaleBar({ id: `scale-${id}`, at, better, unit, value: null }, words),
    noData: text.criteria[id]?.noData ?? '',
    /** Other thresholds for one kind of offer, and what holds the level down. */
    other: atFor
      ? {
          option: text.facts[atFor.fact]?.options?.[atFor.is] ?? atFor.is,
          bar: scaleBar({ id: `scale-${id}-${atFor.is}`, at: atFor.at, better, unit, value: null }, words),
        }
      : null,
    cap: cap && { level: cap.level, fact: text.facts[cap.unless]?.label ?? cap.unless },
  };
}

const signs: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '-': '−', ',': ';' };

/** The formula with the names of its figures; that a share is counted in per cent needs no saying. */
function formulaParts(formula: string, text: SchemeText, words: Translator) {
  const parts = formula.replace(/\*100$/, '').match(/[FO]\d\d|\d+(\.\d+)?|max|[-+*/(),]/g) ?? [];
  return parts.map((part) => {
    const label = text.facts[part]?.label;
    return {
      fact: label !== undefined,
      text: label ?? (part === 'max' ? words.t('figure.highest') : (signs[part] ?? part)),
    };
  });
}
