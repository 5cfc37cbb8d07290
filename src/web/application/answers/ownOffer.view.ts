import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { categoryBranches } from '../../../criteria/category.ts';
import { criteriaOf } from '../../../criteria/criteriaOf.ts';
import { factsOfScope } from '../../../criteria/figures.ts';
import {
  freeFields,
  type Offer,
  type OfferField,
  type OfferType,
  offerAsked,
  offerFields,
  offerTypes,
} from '../../../criteria/offer.ts';
import type { FactRule, Scheme, SchemeText } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { frameView } from '../../views/applicationFrame.view.ts';
import { criterionForm, criterionNames } from './criterion.view.ts';
import { factField, factNames, factValues } from './facts.view.ts';
import { namesOffers, scopePart } from './scope.view.ts';
import { scoreView } from './score.view.ts';
import { offerTask } from './tasks.view.ts';
import { criterionValues } from './theme.view.ts';
import { versionTokenOf } from './versionTokens.view.ts';

export type DescriptionView = typeof description;
export type OffersView = ReturnType<typeof offersView>;
export type OfferFormView = ReturnType<typeof offerForm>;

/** The offers of an application, and a form for one more. */
export function offersView(file: ApplicantFile, words: Translator) {
  return {
    frame: frameView(file, words),
    score: scoreView(file, words),
    offers: file.assessment.offersNamed.map((offer) => offerTask(file, offer)),
    namesOffers: namesOffers(file),
    description,
    names: descriptionNames(words),
  };
}

/** One offer as it is described and answered. */
export function offerForm(file: ApplicantFile, offer: Offer, words: Translator) {
  const { scheme, texts } = file.published;
  const text = texts[words.language];
  const part = scopePart(file.assessment, offer.id);
  const rules = offerFacts(scheme);
  const asked = criteriaOf(scheme, 'offer');
  const facts = rules.map((rule) => offerFact(rule, scheme, text, offer.type, words));
  const criteria = asked.map((criterion) => criterionForm(criterion, file, part, words));
  return {
    frame: frameView(file, words),
    score: scoreView(file, words),
    id: offer.id,
    title: offer.name,
    namesOffers: namesOffers(file),
    description,
    facts,
    /** From what share each level of what is counted by type begins, for this type. */
    thresholds: thresholdsOf(scheme, text, offer.type, words),
    criteria,
    versionToken: offerToken(file, offer),
    names: { ...descriptionNames(words), ...factNames(facts), ...criterionNames(criteria) },
    values: {
      ...Object.fromEntries(offerFields.map((field) => [field, offer[field] ?? ''])),
      ...factValues(rules, part.facts, words),
      ...criterionValues(asked, part.answers),
    },
  };
}

/** A figure of an offer in the words of its type; one that caps a level says so. */
function offerFact(
  rule: FactRule,
  { criteria }: Scheme,
  text: SchemeText,
  type: OfferType,
  words: Translator,
) {
  const field = factField(rule, text, words, type);
  const cap = criteria.find(({ number }) => number?.cap?.unless === rule.id)?.number?.cap;
  const capped = cap ? words.t('applicant.criterion.capped', { level: cap.level }) : '';
  return { ...field, help: `${field.help} ${capped}`.trim() };
}

function thresholdsOf({ criteria }: Scheme, text: SchemeText, type: OfferType, words: Translator): string[] {
  return criteria.flatMap(({ id, number }) => {
    if (!number?.atFor) return [];
    const [a, b, c, d] = number.atFor.is === type ? number.atFor.at : number.at;
    const criterion = text.criteria[id]?.title ?? id;
    return [words.t('figure.thresholds', { criterion, a, b, c, d })];
  });
}

/** What the fields of a description are called. */
export function descriptionNames(words: Translator): Record<string, string> {
  return Object.fromEntries(offerFields.map((field) => [field, words.t(`offer.fields.${field}`)]));
}

/** The figures asked of an offer; its type is asked with its name. */
export function offerFacts(scheme: Scheme): FactRule[] {
  return factsOfScope(scheme, 'offer').filter(({ unit }) => unit !== 'choice');
}

/** The version token of an offer's description and figures. */
export function offerToken({ assessment }: ApplicantFile, offer: Offer): string {
  const figures = assessment.offers.find(({ offerId }) => offerId === offer.id)?.facts;
  return versionTokenOf([...offerFields.map((field) => offer[field]), figures]);
}

/** How each field is entered, and what to choose from. */
export const description = descriptionOf(offerFields);

/** The same of what the holder of a label changes without a new file. */
export const freeDescription = descriptionOf(freeFields);

function descriptionOf(fields: readonly OfferField[]) {
  return {
    fields: fields.map((name) => ({ name, kind: offerAsked[name].kind })),
    types: offerTypes,
    branches: categoryBranches,
  };
}
