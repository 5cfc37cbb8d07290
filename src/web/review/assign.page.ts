import * as z from 'zod';
import { assignPage } from '../../../templates/pages/review/assign.ts';
import { assignAll, planAssignments } from '../../commands/review/assignment/planAssignments.ts';
import { formPage } from '../forms/formPage.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';

/** All files that wait for their people, with the plan that suits them best; an officer reads it, then sends every invitation. */
export function staffAssignPage(router: WebRouter): void {
  formPage(router, '/lists/assign', {
    template: assignPage,
    shape: { digest: z.string().regex(/^[0-9a-f]{64}$/) },
    load: (ctx) => planAssignments(ctx.deps, askerOf(ctx)),
    page: (planned, ctx) => ({ ...planned, sent: sentIn(ctx) }),
    submit: async (input, _, ctx) => {
      const sent = await assignAll(ctx.deps, askerOf(ctx), input);
      return `/${ctx.words.language}/lists/assign?sent=${sent}`;
    },
  });
}

/** What the address says of the invitations that were sent just before. */
function sentIn({ query }: WebContext): number | null {
  return typeof query.sent === 'string' && /^\d{1,4}$/.test(query.sent) ? Number(query.sent) : null;
}
