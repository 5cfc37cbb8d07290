import { searchRegister } from '../../commands/register/searchRegister.ts';
import { dayOf } from '../../register/day.ts';
import { readRegisterQuery, searchKept } from '../forms/registerFields.ts';
import { licensed } from '../middleware/licensed.ts';
import { openToAll } from '../middleware/securityHeaders.ts';
import type { Web, WebRouter } from '../state.ts';
import { asAddress } from './readQuery.ts';
import { registerJson } from './registerJson.ts';

/** The search of the register for programs; `badRequest` with one fault per field for what cannot be asked. */
export function registerRoute(router: WebRouter, { deps }: Web): void {
  router.get('/api/v1/labels', openToAll, licensed, async (ctx) => {
    const { query, turn, counted } = asAddress(() => readRegisterQuery(ctx.query));
    const answer = await searchRegister(deps, query, { turn, counted });
    const today = dayOf(deps.clock.now().toISOString());
    ctx.vary('Accept-Language');
    if (ctx.search !== '') ctx.set('Cache-Control', searchKept);
    ctx.body = JSON.stringify(registerJson({ query, answer, today, publicUrl: deps.publicUrl }, ctx.words));
    ctx.type = 'json';
  });
}
