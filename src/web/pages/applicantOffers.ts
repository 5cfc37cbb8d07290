import { found } from '../../commands/found.ts';
import type { Offer } from '../../commands/items.ts';
import { requirePrintable } from '../../commands/requirePrintable.ts';
import { addOffer } from '../../commands/selfAssessment/addOffer.ts';
import { answerCriterion } from '../../commands/selfAssessment/answerCriterion.ts';
import { changeOffer } from '../../commands/selfAssessment/changeOffer.ts';
import { setFacts } from '../../commands/selfAssessment/setFacts.ts';
import type { ApplicantFile } from '../../commands/selfAssessment/viewApplication.ts';
import { criteriaOf } from '../../criteria/criteriaOf.ts';
import { once } from '../forms/fields.ts';
import { askerOf } from '../middleware/signedIn.ts';
import { criterionNames } from '../presenters/applicantCriterion.ts';
import { factNames } from '../presenters/applicantFacts.ts';
import { applicationHref } from '../presenters/applicantFrame.ts';
import {
  descriptionNames,
  offerFacts,
  offerForm,
  offerSeen,
  offersView,
} from '../presenters/applicantOffer.ts';
import { scopePart } from '../presenters/applicantScope.ts';
import type { WebContext, WebRouter } from '../state.ts';
import { answerShape, changedAnswers } from './applicantAnswers.ts';
import { changedDescription, described, descriptionShape } from './applicantDescription.ts';
import { factShape, givenFacts, withNames } from './applicantFacts.ts';
import { type FieldShape, formFields, requireSeen, type TypedFields, textOf } from './applicantFields.ts';
import { applicationForm, requireDraft } from './applicantForm.ts';

/** The offers of an application, and one page for each. */
export function offerPages(router: WebRouter): void {
  applicationForm(router, '/applications/:id/offers', {
    template: 'applicant/offers',
    shape: () => ({ ...descriptionShape, once }),
    page: (file, ctx) => ({
      ...offersView(file, ctx.words),
      names: descriptionNames(ctx.words),
      values: { once: ctx.deps.ids.next() },
    }),
    submit: async (input, file, ctx) => {
      requireDraft(file);
      const { id } = file.application;
      const offerId = await addOffer(ctx.deps, askerOf(ctx), { applicationId: id, ...input });
      return `${applicationHref(ctx.words, id, `offers/${offerId}`)}?saved=1`;
    },
  });

  applicationForm<FieldShape>(router, '/applications/:id/offers/:offerId', {
    template: 'applicant/offer',
    shape: (file, ctx) => {
      offerOf(file, ctx);
      const { scheme } = file.published;
      return {
        ...formFields,
        ...changedDescription,
        ...factShape(offerFacts(scheme)),
        ...answerShape(criteriaOf(scheme, 'offer')),
      };
    },
    page: (file, ctx) => {
      const form = offerForm(file, offerOf(file, ctx), ctx.words);
      const names = {
        ...descriptionNames(ctx.words),
        ...factNames(form.facts),
        ...criterionNames(form.criteria),
      };
      return { ...form, names };
    },
    submit: async (input, file, ctx) => {
      requireDraft(file);
      const offer = offerOf(file, ctx);
      await saveOffer(ctx, file, offer, input);
      const next = input.go === 'stay' ? `offers/${offer.id}` : 'offers';
      return `${applicationHref(ctx.words, file.application.id, next)}?saved=1`;
    },
  });
}

function offerOf({ assessment }: ApplicantFile, ctx: WebContext): Offer {
  return found(assessment.offersNamed.find(({ id }) => id === ctx.params.offerId));
}

/** Everything is looked at before anything is written; figures first, because only they can still be refused. */
async function saveOffer(
  ctx: WebContext,
  file: ApplicantFile,
  offer: Offer,
  input: TypedFields,
): Promise<void> {
  const { published, assessment, application } = file;
  const place = { applicationId: application.id, offerId: offer.id };
  const asker = askerOf(ctx);
  const after = described(offer, input);
  requirePrintable('name', after.name);
  const { answers } = scopePart(assessment, offer.id);
  const kept = assessment.offers.find(({ offerId }) => offerId === offer.id)?.facts ?? {};
  const changed = changedAnswers(criteriaOf(published.scheme, 'offer'), input, answers);
  const facts = givenFacts(offerFacts(published.scheme), input, kept);
  const newFacts = Object.entries(facts).some(([id, value]) => kept[id] !== value);
  const newWords = (['name', 'type', 'sheet'] as const).some((part) => after[part] !== offer[part]);
  if (newFacts || newWords) requireSeen(textOf(input, 'seen'), offerSeen(file, offer));
  if (newFacts) {
    await withNames(published.texts[ctx.words.language], ctx.words, () =>
      setFacts(ctx.deps, asker, { ...place, facts }),
    );
  }
  if (newWords) await changeOffer(ctx.deps, asker, { applicationId: place.applicationId, offer: after });
  for (const answer of changed) await answerCriterion(ctx.deps, asker, { ...place, answer });
}
