import type { Criterion, Scheme, SchemeText } from '../../criteria/scheme.ts';
import type { Words } from '../../words/i18n.ts';
import { mandatoryText } from './criteria.ts';
import { type ScaleBarView, scaleBar } from './scaleBar.ts';
import { themePictogram } from './themePictogram.ts';

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
  readonly theme: { readonly title: string; readonly href: string; readonly pictogram: string };
  readonly mandatory: string;
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
  } | null;
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
  words: Words,
): CriterionView {
  const said = text.criteria[criterion.id];
  const place = scheme.criteria.indexOf(criterion);
  const address = `/${words.language}/criteria/${scheme.version}`;
  const neighbour = (other: Criterion | undefined) =>
    other ? { href: `${address}/${other.id}`, text: text.criteria[other.id]?.title ?? other.id } : null;
  return {
    id: criterion.id,
    version: scheme.version,
    title: said?.title ?? criterion.id,
    question: said?.question ?? '',
    help: said?.help ?? '',
    theme: {
      title: text.themes[criterion.theme]?.title ?? criterion.theme,
      href: `${address}#${criterion.theme}`,
      pictogram: themePictogram(criterion.theme),
    },
    mandatory: mandatoryText(criterion, words),
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
    previous: place > 0 ? neighbour(scheme.criteria[place - 1]) : null,
    next: neighbour(scheme.criteria[place + 1]),
  };
}

function figureOf({ id, number }: Criterion, text: SchemeText, words: Words): CriterionView['figure'] {
  if (!number) return null;
  const { at, better, unit, formula } = number;
  const parts = formulaParts(formula, text);
  return {
    formula: parts.map((part) => part.text).join(' '),
    parts,
    bar: scaleBar({ id: `scale-${id}`, at, better, unit, value: null }, words),
    noData: text.criteria[id]?.noData ?? '',
  };
}

const signs: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '-': '−' };

/** The formula with the names of its figures; that a share is counted in per cent needs no saying. */
function formulaParts(formula: string, text: SchemeText): FormulaPart[] {
  const parts = formula.replace(/\*100$/, '').match(/[FO]\d\d|\d+(\.\d+)?|[-+*/()]/g) ?? [];
  return parts.map((part) => {
    const label = text.facts[part]?.label;
    return { fact: label !== undefined, text: label ?? signs[part] ?? part };
  });
}
