import { LabelError } from '../../errors.ts';
import { parse } from '../forms/parse.ts';
import { type LookedUp, lookUpAll } from '../lookUpAll.ts';
import { body } from '../middleware/body.ts';
import { licensed } from '../middleware/licensed.ts';
import { takeTold } from '../middleware/limits.ts';
import { openToAll } from '../middleware/securityHeaders.ts';
import type { Web, WebRouter } from '../state.ts';
import { type LookUpAnswer, lookUpRequest } from './schemas/lookUp.ts';

/** Many numbers at once, for programs: what is asked and answered is written in schemas/lookUp.ts. Nothing of it is kept. */
export function lookUpRoute(router: WebRouter, { deps }: Web): void {
  router.post('/api/v1/lookup', openToAll, licensed, body, async (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    if (!ctx.is('json')) throw new LabelError('badRequest');
    await takeTold(ctx, deps, 'listsFromClient');
    const { numbers, on } = parse(lookUpRequest.shape, ctx.request.body);
    const { on: day, asOf, lines } = await lookUpAll(deps, numbers, on);
    const answer: LookUpAnswer = {
      on: day,
      ...(asOf && { asOf: asOf.toISOString() }),
      results: lines.map((line) => resultOf(line, deps.publicUrl)),
    };
    ctx.body = JSON.stringify(answer);
    ctx.type = 'json';
  });
}

function resultOf({ asked, entry, status }: LookedUp, publicUrl: string): LookUpAnswer['results'][number] {
  const { typed, kind } = asked;
  if (kind === 'mistyped' || kind === 'notANumber') return { typed, result: kind };
  const repeats = kind === 'repeated' ? { repeats: asked.first } : {};
  if (!entry) return { typed, result: 'unknown', ...repeats };
  const { number, since, until, organisation, offers, successor, specimen } = entry;
  return {
    typed,
    result: 'found',
    ...repeats,
    label: {
      number,
      valid: status?.valid ?? false,
      status: status?.word ?? null,
      since,
      until,
      organisation: { name: organisation.name, commune: organisation.commune },
      offers: offers.map(({ name }) => name),
      ...(successor !== undefined && { successor }),
      specimen,
      address: `${publicUrl}/labels/${number}`,
    },
  };
}
