import { offerPage } from '../../../../templates/pages/application/offer.ts';
import { offersPage } from '../../../../templates/pages/application/offers.ts';
import { savedAnswers } from '../../../../templates/pages/application/saved.ts';
import {
  addOffer,
  changeOffer,
  removeOffer,
} from '../../../commands/application/selfAssessment/editOffers.ts';
import { setFacts } from '../../../commands/application/selfAssessment/setFacts.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { figureFaults } from '../../../commands/common/figureFaults.ts';
import { printFaults } from '../../../commands/common/nameFaults.ts';
import { requireVisible } from '../../../commands/common/requireVisible.ts';
import type { Facts } from '../../../criteria/assessment.ts';
import { criteriaOf } from '../../../criteria/criteriaOf.ts';
import { type Offer, offerFields } from '../../../criteria/offer.ts';
import { type Fault, invalid, requireNoFaults } from '../../../errors.ts';
import { once, ticked } from '../../forms/fields.ts';
import { formAction, formPage } from '../../forms/formPage.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { loadFile, requireTakesAnswers } from '../submission/loadFile.ts';
import { besideCriteria, criteriaShape, saveCriteria } from './criteria.form.ts';
import { changedDescription, described, descriptionShape } from './description.form.ts';
import { changedFacts, factShape, isChange, namedFaults, withNames } from './facts.form.ts';
import { type FieldShape, requireVersion, type TypedFields, textOf } from './fields.form.ts';
import { offerFacts, offerForm, offersView, offerToken } from './ownOffer.view.ts';

/** The offers of an application, and one page for each. */
export function offerPages(router: WebRouter): void {
  formPage(router, '/applications/:id/offers', {
    load: loadFile,
    template: offersPage,
    shape: () => ({ ...descriptionShape, once }),
    check: (input) => printFaults('name', textOf(input, 'name') ?? ''),
    page: (file, ctx) => ({ ...offersView(file, ctx.words), values: { once: ctx.deps.ids.next() } }),
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
        ...changedDescription,
        ...factShape(offerFacts(scheme)),
        ...criteriaShape(criteriaOf(scheme, 'offer'), file),
      };
    },
    page: offerModel,
    check: (input, file, ctx) => offerFaults(ctx, file, offerOf(file, ctx), input),
    submit: async (input, file, ctx) => {
      requireTakesAnswers(file);
      const offer = offerOf(file, ctx);
      await saveOffer(ctx, file, offer, input);
      const page = { here: `offers/${offer.id}`, next: 'offers' };
      return saveCriteria(ctx, file, { ...page, ...criteriaPart(file, offer) }, input);
    },
  });

  // Removing it, at the end of its page: with a tick, because its answers go with it.
  formAction(router, '/applications/:id/offers/:offerId/remove', {
    load: loadFile,
    template: offerPage,
    shape: () => ({ removal: ticked }),
    page: offerModel,
    submit: async ({ removal }, file, ctx) => {
      requireTakesAnswers(file);
      const { id: offerId } = offerOf(file, ctx);
      if (!removal) throw invalid('removal', 'sureRemoval');
      const applicationId = file.application.id;
      await removeOffer(ctx.deps, askerOf(ctx), { applicationId, offerId });
      return `${applicationHref(ctx.words, applicationId, 'offers')}?saved=1`;
    },
  });
}

/** The view of the offer of the path, with what stands beside its criteria. */
async function offerModel(file: ApplicantFile, ctx: WebContext) {
  const offer = offerOf(file, ctx);
  return {
    ...offerForm(file, offer, ctx.words),
    ...(await besideCriteria(file, criteriaPart(file, offer), ctx)),
  };
}

function criteriaPart({ published }: ApplicantFile, { id }: Offer) {
  return { offerId: id, criteria: criteriaOf(published.scheme, 'offer') };
}

/** The offer of the path. */
export function offerOf({ assessment }: ApplicantFile, ctx: WebContext): Offer {
  return requireVisible(assessment.offersNamed.find(({ id }) => id === ctx.params.offerId));
}

/** What is wrong with what was typed of an offer: a name that no certificate could print, figures that cannot be true or look like a slip. */
function offerFaults(
  { words }: WebContext,
  { published, assessment }: ApplicantFile,
  offer: Offer,
  input: TypedFields,
): readonly Fault[] {
  const { scheme } = published;
  const kept = figuresOf(assessment, offer);
  const earlier = assessment.earlier && figuresOf(assessment.earlier.assessment, offer);
  const figures = changedFacts(offerFacts(scheme), input, kept);
  const { faults } = figureFaults(scheme, 'offer', figures, { kept, earlier });
  return namedFaults([...printFaults('name', described(input, offer).name), ...faults], published, words);
}

function figuresOf({ offers }: Pick<ApplicantFile['assessment'], 'offers'>, { id }: Offer): Facts {
  return offers.find(({ offerId }) => offerId === id)?.facts ?? {};
}

/** Saves description and figures. They go first, checked before any is written, because only they can still be refused. */
async function saveOffer(ctx: WebContext, file: ApplicantFile, offer: Offer, input: TypedFields) {
  const { published, assessment, application } = file;
  const applicationId = application.id;
  const after = { id: offer.id, ...described(input, offer) };
  const kept = figuresOf(assessment, offer);
  const figures = changedFacts(offerFacts(published.scheme), input, kept);
  const newFacts = isChange(figures);
  const newWords = offerFields.some((field) => after[field] !== offer[field]);
  if (newFacts || newWords) requireVersion(textOf(input, 'versionToken'), offerToken(file, offer));
  requireNoFaults(offerFaults(ctx, file, offer, input));
  if (newFacts) {
    const facts = { applicationId, offerId: offer.id, ...figures };
    await withNames(published, ctx.words, () => setFacts(ctx.deps, askerOf(ctx), facts));
  }
  if (newWords) await changeOffer(ctx.deps, askerOf(ctx), { applicationId, offer: after });
}
