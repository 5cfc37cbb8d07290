import { LabelError } from '../../errors.ts';
import { readNumber } from '../../register/number.ts';
import { readersLanguage } from '../http/language.ts';
import { licensed } from '../http/licensed.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { answerProgram, sendLabel } from '../register/labelForms.ts';

/** A label for programs, the permanent address printed on certificates and badges, and that of each of its offers. */
export function labelRoutes(router: WebRouter, { deps }: Web): void {
  router.get('/api/v1/labels/:number', openToAll, licensed, (ctx) => sendLabel(ctx, deps));
  router.get('/labels/:number', openToAll, async (ctx) => {
    if (await answerProgram(ctx, deps)) return;
    const typed = ctx.params.number ?? '';
    const read = readNumber(typed);
    if (read.kind === 'notANumber') throw new LabelError('notFound');
    const number = read.kind === 'number' ? read.number : encodeURIComponent(typed);
    ctx.redirect(`/${readersLanguage(ctx)}/labels/${number}${ctx.search}`);
  });
  router.get('/labels/:number/offers/:offer', openToAll, (ctx) =>
    ctx.redirect(`/${readersLanguage(ctx)}${ctx.path}`),
  );
}
