import { requireVisible } from '../../commands/common/requireVisible.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext } from '../http/state.ts';

/** Answers with a paper under a name; it counts for whoever asks, because a paper is dear to draw. */
export async function sendPaper(ctx: WebContext, name: string, draw: () => Promise<Buffer>): Promise<void> {
  await ctx.deps.limits.take('papersOfPerson', askerOf(ctx).id);
  ctx.body = await draw();
  ctx.type = 'application/pdf';
  ctx.set('Content-Disposition', `inline; filename="${name}.pdf"`);
}

/** The number of a paper in its address; `notFound` when it is invalid. */
export function paperNumber(ctx: WebContext): number {
  const typed = ctx.params.n ?? '';
  return Number(requireVisible(/^[1-9]\d{0,3}$/.test(typed) ? typed : null));
}
