import { LabelError } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import { readNumber } from '../../register/number.ts';
import { statusToday } from '../../register/publicStatus.ts';
import { readersLanguage } from '../middleware/language.ts';
import { licensed } from '../middleware/licensed.ts';
import { openToAll } from '../middleware/securityHeaders.ts';
import { readEntry } from '../readEntry.ts';
import type { Web, WebContext, WebRouter } from '../state.ts';
import { labelJson } from './labelJson.ts';

/** A label for programs, and the permanent address printed on certificates and badges. */
export function labelRoutes(router: WebRouter, { deps }: Web): void {
  const json = async (ctx: WebContext): Promise<void> => {
    const { entry, asOf } = await readEntry(ctx, deps, ctx.params.number ?? '');
    const status = statusToday(entry, dayOf(deps.clock.now().toISOString()));
    ctx.vary('Accept-Language');
    ctx.body = JSON.stringify(labelJson({ entry, asOf }, status, ctx.words, deps.publicUrl));
    ctx.type = 'json';
  };
  router.get('/api/v1/labels/:number', openToAll, licensed, json);
  router.get('/labels/:number', openToAll, async (ctx) => {
    ctx.vary('Accept');
    if (ctx.accepts('html', 'json') === 'json') return json(ctx);
    const typed = ctx.params.number ?? '';
    const read = readNumber(typed);
    if (read.kind === 'notANumber') throw new LabelError('notFound');
    const number = read.kind === 'number' ? read.number : encodeURIComponent(typed);
    ctx.redirect(`/${readersLanguage(ctx)}/labels/${number}`);
  });
}
