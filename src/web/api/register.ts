import { searchRegister } from '../../commands/register/searchRegister.ts';
import { LabelError } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import { readRegisterQuery, searchKept } from '../forms/registerFields.ts';
import { licensed } from '../middleware/licensed.ts';
import { openToAll } from '../middleware/securityHeaders.ts';
import type { Web, WebRouter } from '../state.ts';
import { registerJson } from './registerJson.ts';

/** The search of the register for programs; `badRequest` with one fault per field for what cannot be asked. */
export function registerRoute(router: WebRouter, { deps }: Web): void {
  router.get('/api/v1/labels', openToAll, licensed, async (ctx) => {
    const { query, turn, counted } = asked(ctx.query);
    const answer = await searchRegister(deps, query, { turn, counted });
    const today = dayOf(deps.clock.now().toISOString());
    ctx.vary('Accept-Language');
    if (ctx.search !== '') ctx.set('Cache-Control', searchKept);
    ctx.body = JSON.stringify(registerJson({ query, answer, today, publicUrl: deps.publicUrl }, ctx.words));
    ctx.type = 'json';
  });
}

function asked(typed: Readonly<Record<string, unknown>>) {
  try {
    return readRegisterQuery(typed);
  } catch (error) {
    if (!(error instanceof LabelError)) throw error;
    throw new LabelError('badRequest', { faults: error.faults });
  }
}
