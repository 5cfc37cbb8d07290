import { ownConditionsPage as template } from '../../../templates/pages/label/ownConditions.ts';
import { submitConditionProof } from '../../commands/label/conditions/followConditions.ts';
import { type OwnConditions, viewOwnConditions } from '../../commands/label/conditions/viewConditions.ts';
import { LabelError } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import {
  attachingView,
  documentBoxes,
  documentForm,
  tickedDocuments,
} from '../application/evidence/attaching.form.ts';
import { optionalLines, revision } from '../forms/fields.ts';
import { formView } from '../forms/formPage.ts';
import { formsBelow } from '../forms/formsBelow.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { labelKitHref } from '../views/organisation.view.ts';
import { ownConditionsView } from './ownConditions.view.ts';

const maxLength = 4000;

/** What a label depends on, for its holder: what is to be done until when, its proof, and what was answered. */
export function ownConditionsPage(router: WebRouter): void {
  const path = '/organisations/:id/labels/:number/conditions';
  const idOf = (ctx: WebContext) => ctx.params.conditionId ?? '';
  const hrefOf = (ctx: WebContext) =>
    `${labelKitHref(ctx.words, ctx.params.id ?? '', ctx.params.number ?? '')}/conditions`;
  const page = {
    template,
    load,
    page: (own: OwnConditions, ctx: WebContext) => ({
      ...ownConditionsView(own, idOf(ctx), dayOf(ctx.deps.clock.now().toISOString()), ctx.words),
      // Which condition a document proves is for its holder to say: none is ticked from the start.
      ...attachingView([], '', ctx),
      names: { proof: ctx.words.t('conditions.proof') },
      reasonPlaces: { proofGiven: '#proof' },
    }),
  };
  formView(router, path, page);

  const ofCondition = formsBelow(router, `${path}/:conditionId`, {
    ...page,
    about: (ctx) => ({ conditionId: idOf(ctx) }),
    next: (ctx) => `${hrefOf(ctx)}?saved=1#condition-${idOf(ctx)}`,
  });
  ofCondition(
    'proof',
    ({ documents }) => ({ revision, proof: optionalLines(maxLength), ...documentBoxes(documents) }),
    (deps, asker, input, { documents }) =>
      submitConditionProof(deps, asker, { ...input, documents: tickedDocuments(input, documents) }),
  );
  documentForm(router, path, page, (ctx) => `${hrefOf(ctx)}?filed=1`);
}

/** The conditions of the label of the path; a label without any has no such page. */
async function load(ctx: WebContext): Promise<OwnConditions> {
  const { id: organisationId = '', number = '' } = ctx.params;
  const own = await viewOwnConditions(ctx.deps, askerOf(ctx), { organisationId, number });
  if (own.lines.length === 0) throw new LabelError('notFound');
  return own;
}
