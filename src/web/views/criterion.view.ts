import type { Criterion, Scheme, SchemeText } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { mandatoryText } from './criteria.view.ts';
import { glossaryParts, type TextPart } from './glossaryParts.view.ts';
import { type ScaleBarView, scaleBar } from './scaleBar.view.ts';
import { themePictogram } from './themePictogram.view.ts';

/** A figure by its name, or the sign between two of them. */
interface FormulaPart {
  readonly fact: boolean;
  readonly text: string;
}

/** One criterion with all that is asked. */
export interface CriterionView {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly question: string;
  readonly help: string;
  /** Question and help, cut at the words of the glossary. */
  readonly said: { readonly question: readonly TextPart[]; readonly help: readonly TextPart[] };
  readonly theme: { readonly title: string; readonly href: string; readonly pictogram: string };
  readonly mandatory: string;
  /** The compulsory level as a sentence, with when it is due. */
  readonly minimum: string;
  readonly weight: string;
  readonly levels: readonly {
    readonly level: string;
    readonly name: string;
    readonly text: string;
    readonly due: boolean;
  }[];
  readonly evidence: readonly string[];
  /** The only reason for which it may be set aside, otherwise empty. */
  readonly na: string;
  /** How the level is computed, for a criterion that follows from figures. */
  readonly figure: {
    readonly formula: string;
    readonly parts: readonly FormulaPart[];
    readonly bar: ScaleBarView;
    readonly noData: string;
    /** Other thresholds for one kind of offer, and what holds the level down. */
    readonly other: { readonly title: string; readonly bar: ScaleBarView } | null;
    readonly cap: string;
  } | null;
  /** Where the rule comes from, in words; `ours` is in French. */
  readonly sources: { readonly basis: string; readonly names: readonly string[]; readonly ours: string };
  readonly previous: { readonly href: string; readonly text: string } | null;
  readonly next: { readonly href: string; readonly text: string } | null;
}

/** The view of one criterion in its version, with its neighbours in reading order. */
export function criterionView(
  {
    scheme,
    text,
    criterion,
  }: { readonly scheme: Scheme; readonly text: SchemeText; readonly criterion: Criterion },
  words: Translator,
): CriterionView {
  const said = text.criteria[criterion.id];
  const place = scheme.criteria.indexOf(criterion);
  const address = `/${words.language}/criteria/${scheme.version}`;
  const part = glossaryParts({ scheme, text }, words);
  const neighbour = (other: Criterion | undefined) =>
    other ? { href: `${address}/${other.id}`, text: text.criteria[other.id]?.title ?? other.id } : null;
  return {
    id: criterion.id,
    version: scheme.version,
    title: said?.title ?? criterion.id,
    question: said?.question ?? '',
    help: said?.help ?? '',
    said: { question: part(said?.question ?? ''), help: part(said?.help ?? '') },
    theme: {
      title: text.themes[criterion.theme]?.title ?? criterion.theme,
      href: `${address}/themes/${criterion.theme}`,
      pictogram: themePictogram(criterion.theme),
    },
    mandatory: mandatoryText(criterion, words),
    minimum: criterion.minimum
      ? words.t(`before.criteria.minimum.${criterion.minimum.due}`, { level: criterion.minimum.level })
      : words.t('before.criteria.minimum.none'),
    weight: words.t(`pages.criterion.weight.${criterion.weight}`),
    levels: (said?.levels ?? []).map((level, i) => ({
      level: String(i),
      name: text.levels[i] ?? '',
      text: level,
      due: i === criterion.minimum?.level,
    })),
    evidence: said?.evidence ?? [],
    na: said?.na ?? '',
    figure: figureOf(criterion, text, words),
    sources: {
      basis: words.t(`before.criteria.sources.${criterion.basis}`),
      names: criterion.from.map((code) => {
        const key = `sources.${code}` as const;
        return words.has(key) ? words.t(key) : code;
      }),
      ours: criterion.ours ?? '',
    },
    previous: place > 0 ? neighbour(scheme.criteria[place - 1]) : null,
    next: neighbour(scheme.criteria[place + 1]),
  };
}

function figureOf({ id, number }: Criterion, text: SchemeText, words: Translator): CriterionView['figure'] {
  if (!number) return null;
  const { at, better, unit, formula, atFor, cap } = number;
  const parts = formulaParts(formula, text, words);
  return {
    formula: parts.map((part) => part.text).join(' '),
    parts,
    bar: scaleBar({ id: `scale-${id}`, at, better, unit, value: null }, words),
    noData: text.criteria[id]?.noData ?? '',
    other: atFor
      ? {
          title: words.t('before.criteria.otherBar', {
            option: text.facts[atFor.fact]?.options?.[atFor.is] ?? atFor.is,
          }),
          bar: scaleBar({ id: `scale-${id}-${atFor.is}`, at: atFor.at, better, unit, value: null }, words),
        }
      : null,
    cap: cap
      ? words.t('before.criteria.cap', {
          level: cap.level,
          fact: text.facts[cap.unless]?.label ?? cap.unless,
        })
      : '',
  };
}

const signs: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '-': '−', ',': ';' };

/** The formula with the names of its figures; that a share is counted in per cent needs no saying. */
function formulaParts(formula: string, text: SchemeText, words: Translator): FormulaPart[] {
  const parts = formula.replace(/\*100$/, '').match(/[FO]\d\d|\d+(\.\d+)?|max|[-+*/(),]/g) ?? [];
  return parts.map((part) => {
    const label = text.facts[part]?.label;
    return {
      fact: label !== undefined,
      text: label ?? (part === 'max' ? words.t('figure.highest') : (signs[part] ?? part)),
    };
  });
}
