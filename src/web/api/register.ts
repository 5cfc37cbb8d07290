import { searchRegister } from '../../commands/register/searchRegister.ts';
import { dayOf } from '../../register/day.ts';
import { asAddress } from '../forms/readQuery.ts';
import { licensed } from '../http/licensed.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { readRegisterQuery, searchKept } from '../register/register.form.ts';
import { registerJson } from './registerJson.ts';

/** The search of the register for programs; `badRequest` with one fault per field for what cannot be asked. */
export function registerRoute(router: WebRouter, { deps }: Web): void {
  router.get('/api/v1/labels', openToAll, licensed, async (ctx) => {
    const { query, page, counted } = asAddress(() => readRegisterQuery(ctx.query));
    const answer = await searchRegister(deps, query, { page, counted });
    const today = dayOf(deps.clock.now().toISOString());
    ctx.vary('Accept-Language');
    if (ctx.search !== '') ctx.set('Cache-Control', searchKept);
    ctx.body = JSON.stringify(registerJson({ query, answer, today, publicUrl: deps.publicUrl }, ctx.words));
    ctx.type = 'json';
  });
}
