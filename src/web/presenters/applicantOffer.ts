import type { Offer } from '../../commands/items.ts';
import type { ApplicantFile } from '../../commands/selfAssessment/viewApplication.ts';
import { factsOfScope } from '../../criteria/facts.ts';
import type { FactRule, Scheme } from '../../criteria/scheme.ts';
import type { Words } from '../../words/i18n.ts';
import { type CriterionFormView, criterionForm } from './applicantCriterion.ts';
import { type FactFieldView, factField, factValues } from './applicantFacts.ts';
import { applicationHref, type FrameView, frameView } from './applicantFrame.ts';
import { criteriaIn, scopePart } from './applicantScope.ts';
import { type ScoreView, scoreView } from './applicantScore.ts';
import { seenOf } from './applicantSeen.ts';
import { type OfferProgress, offerProgress } from './applicantTasks.ts';
import { criterionValues } from './applicantTheme.ts';

const types = ['service', 'object', 'food', 'secondHand'] as const;

/** A type of offer to choose. */
export interface TypeView {
  readonly value: string;
  readonly title: string;
  readonly text: string;
}

/** The offers of an application, and a form for one more. */
export interface OffersView {
  readonly frame: FrameView;
  readonly score: ScoreView;
  readonly offers: readonly OfferProgress[];
  readonly types: readonly TypeView[];
}

/** One offer as it is described and answered. */
export interface OfferFormView {
  readonly frame: FrameView;
  readonly score: ScoreView;
  readonly action: string;
  readonly title: string;
  readonly types: readonly TypeView[];
  readonly facts: readonly FactFieldView[];
  readonly criteria: readonly CriterionFormView[];
  readonly seen: string;
  readonly values: Readonly<Record<string, string>>;
}

/** The view of all offers. */
export function offersView(file: ApplicantFile, words: Words): OffersView {
  return {
    frame: frameView(file, words),
    score: scoreView(file, words),
    offers: file.assessment.offersNamed.map((offer) => offerProgress(file, offer, words)),
    types: typesOf(words),
  };
}

/** The view of one offer. */
export function offerForm(file: ApplicantFile, offer: Offer, words: Words): OfferFormView {
  const { scheme, texts } = file.published;
  const text = texts[words.language];
  const part = scopePart(file.assessment, offer.id);
  const rules = offerFacts(scheme);
  const criteria = scheme.themes
    .filter(({ scope }) => scope === 'offer')
    .flatMap(({ id }) => criteriaIn(scheme, id));
  return {
    frame: frameView(file, words),
    score: scoreView(file, words),
    action: applicationHref(words, file.application.id, `offers/${offer.id}`),
    title: offer.name,
    types: typesOf(words),
    facts: rules.map((rule) => factField(rule, text, words, offer.type)),
    criteria: criteria.map((criterion) => criterionForm(criterion, file, part, words)),
    seen: offerSeen(file, offer),
    values: {
      name: offer.name,
      type: offer.type,
      sheet: offer.sheet,
      ...factValues(rules, part.facts, words),
      ...criterionValues(criteria, part.answers),
    },
  };
}

/** What the fields of a description are called. */
export function descriptionNames(words: Words): Record<string, string> {
  return {
    name: words.t('applicant.offers.name'),
    type: words.t('applicant.offers.typeLabel'),
    sheet: words.t('applicant.offers.sheet'),
  };
}

/** The figures asked of an offer; its type is asked with its name. */
export function offerFacts(scheme: Scheme): FactRule[] {
  return factsOfScope(scheme, 'offer').filter(({ unit }) => unit !== 'choice');
}

/** The mark of an offer's description and figures. */
export function offerSeen({ assessment }: ApplicantFile, offer: Offer): string {
  const figures = assessment.offers.find(({ offerId }) => offerId === offer.id)?.facts;
  return seenOf([offer.name, offer.type, offer.sheet, figures]);
}

function typesOf(words: Words): TypeView[] {
  return types.map((value) => ({
    value,
    title: words.t(`offerTypes.${value}`),
    text: words.t(`applicant.offers.type.${value}`),
  }));
}
