import { labelAppealPage } from '../../../templates/pages/committee/labelAppeal.ts';
import { lodgeLabelAppeal } from '../../commands/committee/appeal/lodgeLabelAppeal.ts';
import { type LabelAppeals, viewLabelAppeals } from '../../commands/committee/views/viewLabelAppeals.ts';
import { minReasonLength } from '../../commands/common/requireReason.ts';
import { labelDecisions } from '../../register/sanction.ts';
import {
  attachingView,
  documentBoxes,
  documentForm,
  tickedDocuments,
} from '../application/evidence/attaching.form.ts';
import { choice, lines, revision } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { labelKitHref } from '../views/organisation.view.ts';
import { grounds } from '../views/ownAppeal.view.ts';

/** Appeals against decisions on a label: the form while one can be lodged, and what became of each. */
export function labelAppealRoutes(router: WebRouter): void {
  const path = '/organisations/:id/labels/:number/appeal';
  const kitOf = ({ words, params: { id = '', number = '' } }: WebContext) => labelKitHref(words, id, number);
  const page = {
    template: labelAppealPage,
    load: (ctx: WebContext) => {
      const { id: organisationId = '', number = '' } = ctx.params;
      return viewLabelAppeals(ctx.deps, askerOf(ctx), { organisationId, number });
    },
    page: ({ label, organisationId: _, decidedAt, ...own }: LabelAppeals, ctx: WebContext) => ({
      ...own,
      ...attachingView(own.documents, decidedAt, ctx),
      number: label.id,
      revision: label.revision,
      kit: kitOf(ctx),
      href: `${kitOf(ctx)}/appeal`,
      grounds,
      min: minReasonLength,
      names: {
        against: ctx.words.t('appeals.label.against'),
        ground: ctx.words.t('appeals.own.ground'),
        grounds: ctx.words.t('appeals.own.grounds'),
      },
    }),
  };
  formPage(router, path, {
    ...page,
    shape: ({ documents }) => ({
      revision,
      against: choice(labelDecisions),
      ground: choice(grounds),
      grounds: lines(8000),
      ...documentBoxes(documents),
    }),
    submit: async ({ revision, against, ground, grounds, ...ticks }, { label, documents }, ctx) => {
      const named = tickedDocuments(ticks, documents);
      const input = { number: label.id, revision, against, ground, grounds, documents: named };
      await lodgeLabelAppeal(ctx.deps, askerOf(ctx), input);
      return `${kitOf(ctx)}/appeal?saved=1`;
    },
  });
  documentForm(router, path, page, (ctx) => `${kitOf(ctx)}/appeal?filed=1`);
}
