import { cycleOfCopy } from '../../../commands/common/schemeOf.ts';
import type { Computed } from '../../../criteria/figureLevel.ts';
import { divisorsOf, parseFormula } from '../../../criteria/formula.ts';
import { type NotApplicable, notApplicable } from '../../../criteria/notApplicable.ts';
import { offerTypes, typeFact } from '../../../criteria/offer.ts';
import type { Criterion, SchemeText } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import type { LevelFound } from '../../../scoring/level.ts';
import { isMandatory } from '../../../scoring/verdict.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { scaleBar } from '../../views/scaleBar.view.ts';
import { criterionFiles } from '../evidence/criterionFiles.view.ts';
import { choicesOf, levelTitle } from './choices.view.ts';
import { earlierAnswer } from './earlierAnswer.view.ts';
import { factField, rulesOfType } from './facts.view.ts';
import { formulaText, valueText } from './formula.view.ts';
import { naView } from './na.view.ts';
import { type AssessedFile, answerTo, figuresIn, keyOf, levelIn, type ScopePart } from './scope.view.ts';
import { answerToken } from './versionTokens.view.ts';

export type CriterionFormView = ReturnType<typeof criterionForm>;

/**
 * One criterion as it is answered; its fields are those of answerShape. `atOnce`: figures and answers are typed on one page, so
 * that "not applicable" is offered before its figures are known.
 */
export function criterionForm(
  criterion: Criterion,
  { application, assessment, documents, earlier, published }: AssessedFile,
  part: ScopePart,
  words: Translator,
  atOnce = false,
) {
  const text = published.texts[words.language];
  const cycle = cycleOfCopy(assessment);
  const texts = text.criteria[criterion.id];
  const answer = answerTo(criterion.id, part.answers);
  const type = offerTypes.find((one) => one === part.facts[typeFact]) ?? null;
  const figuresAt = part.offerId === '' ? applicationHref(words, application.id, 'figures') : '';
  const { level } = levelIn(criterion, part);
  const nameOf = (fact: string) => {
    const rule = published.scheme.facts.find(({ id }) => id === fact);
    return rule ? factField(rule, text, words, type).label : fact;
  };
  const byFigures = figuresIn(criterion, part);
  const na = notApplicable(criterion, part.facts, cycle);
  const claimed = answer?.na ?? false;
  const { offered, note } = naView(criterion.id, na, { claimed, atOnce }, text, words);
  const choices = choicesOf(criterion, byFigures, offered, text, words);
  return {
    id: criterion.id,
    title: texts?.title ?? criterion.id,
    question: texts?.question ?? '',
    help: type ? rulesOfType(type, texts?.help ?? '', text).join(' ') : (texts?.help ?? ''),
    /** Its compulsory level; `due` at a first request already. */
    mandatory: criterion.minimum && { due: isMandatory(criterion, cycle), level: criterion.minimum.level },
    /** What was said about it in the last cycle; null but for a renewal. */
    earlier: earlierAnswer(criterion.id, earlier, part, words),
    proofs: texts?.evidence ?? [],
    figures: figuresOf(criterion, byFigures, na, text, nameOf, figuresAt, words),
    choices,
    /** What keeps "not applicable" from being said, or from standing once it was; empty otherwise. */
    naNote: note,
    /** It is chosen, and requires a sentence in the comment. */
    commentDue: na.reasonDue && claimed,
    /** A level that follows from the figures and leaves nothing to choose. */
    result: choices || typeof level !== 'number' ? null : levelTitle(criterion.id, level, text, words),
    evidenceDue: isMandatory(criterion, cycle),
    /** Its documents; null where there is no library to keep them in. */
    files: documents
      ? criterionFiles(application.id, keyOf(part.offerId, criterion.id), answer, documents, words)
      : null,
    versionToken: answerToken(answer),
  };
}

/** What criteria are called, by their id: all fields of one share its name. */
export function criterionNames(criteria: readonly CriterionFormView[]): Record<string, string> {
  return Object.fromEntries(criteria.map(({ id, title }) => [id, `${id} ${title}`]));
}

function figuresOf(
  { id, number }: Criterion,
  { computed, value: known }: LevelFound,
  { state }: NotApplicable,
  text: SchemeText,
  nameOf: (fact: string) => string,
  figuresAt: string,
  words: Translator,
) {
  if (!number) return null;
  const { unit, better } = number;
  const value = known ?? null;
  const { at = number.at, missing = [], choices = [], cappedAt = null } = computed ?? {};
  const silent = choices.length > 0 ? text.criteria[id]?.noData : undefined;
  return {
    formula: computed && value !== null ? formulaText(computed, words) : '',
    value: value === null ? '' : valueText(value, unit, words),
    bar: silent ? null : scaleBar({ id: `scale-${id}`, at, better, unit, value }, words),
    missing: missing.map((fact) => ({ text: nameOf(fact), href: `${figuresAt}#${fact}` })),
    notes: [
      ...(silent ? [silent] : []),
      ...(computed && value === null && !silent
        ? zeroNotes(computed, state === 'allowed', nameOf, words)
        : []),
      ...(cappedAt === null ? [] : [words.t('applicant.criterion.capped', { level: cappedAt })]),
    ],
  };
}

/** Where a figure that is divided by is zero there is no level, and nothing else on the page would say why. */
function zeroNotes(
  { formula, values }: Computed,
  na: boolean,
  nameOf: (fact: string) => string,
  words: Translator,
): string[] {
  return divisorsOf(parseFormula(formula))
    .filter((fact) => values[fact] === 0)
    .map((fact) => words.t(`figure.zero.${na ? 'na' : 'other'}`, { fact: nameOf(fact) }));
}
