import { readinessOf } from '../../../commands/application/selfAssessment/submitGate.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { overOn } from '../../../commands/items/heldCertificate.ts';
import { criteriaOf } from '../../../criteria/criteriaOf.ts';
import { factsOfScope, missingFacts } from '../../../criteria/figures.ts';
import type { Offer } from '../../../criteria/offer.ts';
import type { Criterion } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import type { Day } from '../../../register/day.ts';
import { frameView } from '../../views/applicationFrame.view.ts';
import { offerPictogram } from '../../views/offer.view.ts';
import { themePictogram } from '../../views/themePictogram.view.ts';
import { earlierSummary } from './earlierAnswer.view.ts';
import { overItems } from './missing.view.ts';
import { criteriaIn, levelIn, namesOffers, scopePart } from './scope.view.ts';
import { scoreView } from './score.view.ts';

export type TasksView = ReturnType<typeof tasksView>;
export type OfferTask = ReturnType<typeof offerTask>;
export type Progress = ReturnType<typeof progressOf>;

/** The application as a list of things to do. */
export function tasksView(file: ApplicantFile, today: Day, words: Translator) {
  const { assessment, published, application } = file;
  const { scheme, texts } = published;
  const text = texts[words.language];
  const of = factsOfScope(scheme, 'organisation').length;
  const { scope, dueAt, kind, reconsideration } = application;
  return {
    /** Of a file on a label that is there: what it asks for, why, and until when it must be sent; null for any other. */
    onLabel: scope && {
      text:
        kind === 'reconsideration'
          ? words.t('scope.lead.reconsideration', { number: scope.label, count: scheme.criteria.length })
          : words.t('scope.lead.extension', { number: scope.label }),
      dueAt,
      reason: reconsideration?.reason ?? '',
    },
    /** Whether criteria of offers are asked, and whether the applicant names the offers. */
    asksOffers: criteriaOf(scheme, 'offer').length > 0,
    namesOffers: namesOffers(file),
    frame: frameView(file, words),
    score: scoreView(file, words),
    /** What a renewal begins with; null for any other application. */
    earlier: earlierSummary(file, text.criteria, words),
    /** Certificates that it took over or that ended since, each with what to do. */
    over: overItems(overOn(assessment.certificates, today), application.id, words),
    figures: {
      computed: criteriaOf(scheme, 'organisation').filter(({ number }) => number).length,
      progress: { of, done: of - missingFacts(scheme, 'organisation', assessment.facts).length, rivals: 0 },
    },
    themes: scheme.themes
      .filter(({ scope }) => scope === 'organisation')
      .map(({ id }) => ({
        id,
        pictogram: themePictogram(id),
        title: text.themes[id]?.title ?? id,
        progress: progressOf(file, criteriaIn(scheme, id), ''),
      })),
    offers: assessment.offersNamed.map((offer) => offerTask(file, offer)),
    state: application.state !== 'draft' ? 'sent' : isReady(file) ? 'ready' : 'notYet',
  } as const;
}

/** One offer with how many of its criteria have a level. */
export function offerTask(file: ApplicantFile, offer: Offer) {
  const { id, name, type } = offer;
  const criteria = criteriaOf(file.published.scheme, 'offer');
  return { id, name, type, pictogram: offerPictogram(offer), progress: progressOf(file, criteria, id) };
}

/** How many criteria have a level, and to how many two people gave an answer at once. */
function progressOf({ assessment }: ApplicantFile, criteria: readonly Criterion[], offerId: string) {
  const part = scopePart(assessment, offerId);
  const rivals = (assessment.rivals ?? []).filter(
    (rival) => rival.offerId === offerId && criteria.some(({ id }) => id === rival.answer.criterion),
  );
  const done = criteria.filter((one) => levelIn(one, part).level !== null).length;
  return { of: criteria.length, done, rivals: rivals.length };
}

function isReady({ assessment, documents, published }: ApplicantFile): boolean {
  const { verdict, noOffer, ...places } = readinessOf(published.whole, assessment, documents);
  const nothingMissing = Object.values(places).every(({ length }) => length === 0);
  return verdict.organisation.complete && !noOffer && nothingMissing;
}
