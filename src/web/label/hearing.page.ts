import { hearingPage } from '../../../templates/pages/label/hearing.ts';
import { answerHearing, viewHearing } from '../../commands/label/sanctions/hearing.ts';
import { lines, revision } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { hearingPageView } from './hearing.view.ts';

const maxLength = 8000;

/** What is proposed or decided on a label, for its holder, who answers here. */
export function hearingRoutes(router: WebRouter): void {
  const idsOf = ({ params: { id = '', number = '' } }: WebContext) => ({ organisationId: id, number });
  formPage(router, '/organisations/:id/labels/:number/hearing', {
    template: hearingPage,
    load: (ctx) => viewHearing(ctx.deps, askerOf(ctx), idsOf(ctx)),
    page: (hearing, ctx) => hearingPageView(hearing, ctx.deps.clock.now().toISOString(), ctx.words),
    shape: { revision, answer: lines(maxLength) },
    submit: async ({ revision, answer: text }, _, ctx) => {
      const { organisationId, number } = idsOf(ctx);
      await answerHearing(ctx.deps, askerOf(ctx), { number, revision, text });
      return `/${ctx.words.language}/organisations/${organisationId}/labels/${number}/hearing?saved=1`;
    },
  });
}
