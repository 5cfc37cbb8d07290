import { labelAppealPage } from '../../../templates/pages/committee/labelAppeal.ts';
import { lodgeLabelAppeal } from '../../commands/committee/appeal/lodgeLabelAppeal.ts';
import { viewLabelAppeals } from '../../commands/committee/views/viewLabelAppeals.ts';
import { minReasonLength } from '../../commands/common/requireReason.ts';
import { labelDecisions } from '../../register/sanction.ts';
import { boxes, tickedIn } from '../forms/boxes.ts';
import { choice, lines, revision } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebRouter } from '../http/state.ts';
import { labelKitHref } from '../views/organisation.view.ts';
import { grounds } from '../views/ownAppeal.view.ts';

/** Appeals against decisions on a label: the form while one can be lodged, and what became of each. */
export function labelAppealRoutes(router: WebRouter): void {
  formPage(router, '/organisations/:id/labels/:number/appeal', {
    template: labelAppealPage,
    load: (ctx) => {
      const { id: organisationId = '', number = '' } = ctx.params;
      return viewLabelAppeals(ctx.deps, askerOf(ctx), { organisationId, number });
    },
    page: ({ label, organisationId, ...own }, { words }) => ({
      ...own,
      number: label.id,
      revision: label.revision,
      kit: labelKitHref(words, organisationId, label.id),
      grounds,
      min: minReasonLength,
      names: {
        against: words.t('appeals.label.against'),
        ground: words.t('appeals.own.ground'),
        grounds: words.t('appeals.own.grounds'),
      },
    }),
    shape: ({ documents }) => ({
      revision,
      against: choice(labelDecisions),
      ground: choice(grounds),
      grounds: lines(8000),
      ...boxes(
        'document.',
        documents.map(({ id }) => id),
      ),
    }),
    submit: async (
      { revision, against, ground, grounds, ...ticks },
      { label, organisationId, documents },
      ctx,
    ) => {
      const named = tickedIn(
        ticks,
        'document.',
        documents.map(({ id }) => id),
      );
      const input = { number: label.id, revision, against, ground, grounds, documents: named };
      await lodgeLabelAppeal(ctx.deps, askerOf(ctx), input);
      return `${labelKitHref(ctx.words, organisationId, label.id)}/appeal?saved=1`;
    },
  });
}
