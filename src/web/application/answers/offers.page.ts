import { offerPage } from '../../../../templates/pages/application/offer.ts';
import { offersPage } from '../../../../templates/pages/application/offers.ts';
import { savedAnswers } from '../../../../templates/pages/application/saved.ts';
import { addOffer, changeOffer } from '../../../commands/application/selfAssessment/editOffers.ts';
import { setFacts } from '../../../commands/application/selfAssessment/setFacts.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { requirePrintable } from '../../../commands/common/nameFaults.ts';
import { requireVisible } from '../../../commands/common/requireVisible.ts';
import { criteriaOf } from '../../../criteria/criteriaOf.ts';
import { type Offer, offerFields } from '../../../criteria/offer.ts';
import type { Marks } from '../../forms/autosave.ts';
import { once } from '../../forms/fields.ts';
import { formPage } from '../../forms/formPage.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { loadFile, requireTakesAnswers } from '../submission/loadFile.ts';
import { answerShape, changedAnswers, firstRival, ownRivals, saveAnswers } from './answers.form.ts';
import { criterionNames } from './criterion.view.ts';
import { changedDescription, described, descriptionShape } from './description.form.ts';
import { renewalParts, saidAgain } from './earlier.view.ts';
import { changedFacts, factShape, isChange, withNames } from './facts.form.ts';
import { factNames } from './facts.view.ts';
import { type FieldShape, formFields, requireVersion, type TypedFields, textOf } from './fields.form.ts';
import { fileShape, saveFiles } from './files.form.ts';
import { descriptionNames, offerFacts, offerForm, offerSeen, offersView } from './ownOffer.view.ts';
import { rivalsOf } from './rivals.page.ts';
import { scopePart } from './scope.view.ts';

/** The offers of an application, and one page for each. */
export function offerPages(router: WebRouter): void {
  formPage(router, '/applications/:id/offers', {
    load: loadFile,
    template: offersPage,
    shape: () => ({ ...descriptionShape, once }),
    page: (file, ctx) => ({
      ...offersView(file, ctx.words),
      names: descriptionNames(ctx.words),
      values: { once: ctx.deps.ids.next() },
    }),
    submit: async (input, file, ctx) => {
      requireTakesAnswers(file);
      const { id } = file.application;
      const offer = { applicationId: id, once: input.once, ...described(input) };
      const offerId = await addOffer(ctx.deps, askerOf(ctx), offer);
      return `${applicationHref(ctx.words, id, `offers/${offerId}`)}?saved=1`;
    },
  });

  formPage(router, '/applications/:id/offers/:offerId', {
    load: loadFile,
    template: offerPage,
    parts: savedAnswers,
    shape: (file, ctx): FieldShape => {
      offerOf(file, ctx);
      const { scheme } = file.published;
      return {
        ...formFields,
        ...changedDescription,
        ...factShape(offerFacts(scheme)),
        ...answerShape(criteriaOf(scheme, 'offer')),
        ...fileShape(criteriaOf(scheme, 'offer'), file.documents),
      };
    },
    page: offerModel,
    submit: async (input, file, ctx) => {
      requireTakesAnswers(file);
      const offer = offerOf(file, ctx);
      const marks = await saveOffer(ctx, file, offer, input);
      const criteria = criteriaOf(file.published.scheme, 'offer');
      const aside = await saveFiles(ctx, file, { offerId: offer.id, criteria }, input);
      const place = { applicationId: file.application.id, offerId: offer.id };
      const open = firstRival(marks) ?? (await saidAgain(ctx, input, place));
      const next = open || input.go === 'stay' ? `offers/${offer.id}` : 'offers';
      const href = `${applicationHref(ctx.words, file.application.id, next)}?saved=1`;
      return { next: open ? `${href}#${open}` : (aside ?? href), marks };
    },
  });
}

/** The view of the offer of the path, with what stands beside its criteria. */
export async function offerModel(file: ApplicantFile, ctx: WebContext) {
  const offer = offerOf(file, ctx);
  const form = offerForm(file, offer, ctx.words);
  const names = {
    ...descriptionNames(ctx.words),
    ...factNames(form.facts),
    ...criterionNames(form.criteria),
  };
  const more = await renewalParts(file, offer.id, form.criteria, ctx);
  return { ...form, ...more, rivals: await rivalsOf(file, offer.id, ctx), names };
}

/** The offer of the path. */
export function offerOf({ assessment }: ApplicantFile, ctx: WebContext): Offer {
  return requireVisible(assessment.offersNamed.find(({ id }) => id === ctx.params.offerId));
}

/** Everything is looked at before anything is written; figures first, because only they can still be refused. */
async function saveOffer(
  ctx: WebContext,
  file: ApplicantFile,
  offer: Offer,
  input: TypedFields,
): Promise<Marks> {
  const { published, assessment, application } = file;
  const place = { applicationId: application.id, offerId: offer.id };
  const asker = askerOf(ctx);
  const after = { id: offer.id, ...described(input, offer) };
  requirePrintable('name', after.name);
  const { answers } = scopePart(assessment, offer.id);
  const kept = assessment.offers.find(({ offerId }) => offerId === offer.id)?.facts ?? {};
  const rivals = ownRivals(assessment, offer.id, asker.id);
  const changed = changedAnswers(criteriaOf(published.scheme, 'offer'), input, { answers, rivals });
  const figures = changedFacts(offerFacts(published.scheme), input, kept);
  const newFacts = isChange(figures);
  const newWords = offerFields.some((field) => after[field] !== offer[field]);
  if (newFacts || newWords) requireVersion(textOf(input, 'seen'), offerSeen(file, offer));
  if (newFacts) {
    await withNames(published.texts[ctx.words.language], ctx.words, () =>
      setFacts(ctx.deps, asker, { ...place, ...figures }),
    );
  }
  if (newWords) await changeOffer(ctx.deps, asker, { applicationId: place.applicationId, offer: after });
  return saveAnswers(ctx, place, changed);
}
