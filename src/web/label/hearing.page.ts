import { hearingPage } from '../../../templates/pages/label/hearing.ts';
import { answerHearing, type OwnHearing, viewHearing } from '../../commands/label/sanctions/hearing.ts';
import {
  attachingView,
  documentBoxes,
  documentForm,
  tickedDocuments,
} from '../application/evidence/attaching.form.ts';
import { lines, revision } from '../forms/fields.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { sendWithdrawal } from '../papers/applicationPapers.ts';
import { labelKitHref } from '../views/organisation.view.ts';
import { hearingPageView } from './hearing.view.ts';

const maxLength = 8000;

/** What is proposed or decided on a label, for its holder, who answers here, with documents. */
export function hearingRoutes(router: WebRouter): void {
  const path = '/organisations/:id/labels/:number/hearing';
  const idsOf = ({ params: { id = '', number = '' } }: WebContext) => ({ organisationId: id, number });
  const hrefOf = (ctx: WebContext) => {
    const { organisationId, number } = idsOf(ctx);
    return `${labelKitHref(ctx.words, organisationId, number)}/hearing`;
  };
  const page = {
    template: hearingPage,
    load: (ctx: WebContext) => viewHearing(ctx.deps, askerOf(ctx), idsOf(ctx)),
    page: (hearing: OwnHearing, ctx: WebContext) => ({
      ...hearingPageView(hearing, ctx.deps.clock.now().toISOString(), ctx.words),
      // What was brought since anything was said last is for the answer.
      ...attachingView(hearing.documents, hearing.words.at(-1)?.at ?? '', ctx),
    }),
  };
  formPage(router, path, {
    ...page,
    shape: ({ documents }) => ({ revision, answer: lines(maxLength), ...documentBoxes(documents) }),
    submit: async ({ revision, answer: text, ...ticks }, { documents: offered }, ctx) => {
      const { number } = idsOf(ctx);
      const documents = tickedDocuments(ticks, offered);
      await answerHearing(ctx.deps, askerOf(ctx), { number, revision, text, documents });
      return `${hrefOf(ctx)}?saved=1`;
    },
  });
  router.get('/organisations/:id/labels/:number/decision/:n.pdf', sendWithdrawal);
  documentForm(router, path, page, (ctx) => `${hrefOf(ctx)}?filed=1`);
}
