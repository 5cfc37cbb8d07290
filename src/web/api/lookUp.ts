import { LabelError } from '../../errors.ts';
import { parse } from '../forms/parse.ts';
import { body } from '../http/body.ts';
import { licensed } from '../http/licensed.ts';
import { limitClient } from '../http/limits.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { type FoundLabel, type LookedUp, lookUpAll } from '../register/lookUpAll.ts';
import { type LookedUpLabel, type LookUpAnswer, lookUpRequest } from '../schemas/lookUp.ts';

/** Many numbers, UIDs, SIRENs and sites at once, for programs: what is asked and answered is written in schemas/lookUp.ts. Nothing of it is kept. */
export function lookUpRoute(router: WebRouter, { deps }: Web): void {
  router.post('/api/v1/lookup', openToAll, licensed, body, async (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    if (!ctx.is('json')) throw new LabelError('badRequest');
    await limitClient(ctx, deps, 'listsFromClient');
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

function resultOf({ asked, labels }: LookedUp, publicUrl: string): LookUpAnswer['results'][number] {
  const { typed } = asked;
  if (!('first' in asked)) return { typed, result: asked.kind };
  const repeats = asked.first === null ? {} : { repeats: asked.first };
  const found = labels.map((label) => lookedUpLabel(label, publicUrl));
  if (asked.kind === 'site') {
    const { host } = asked;
    if (found.length === 0) return { typed, result: 'siteNotNamed', host, ...repeats };
    return { typed, result: 'foundBySite', host, ...repeats, labels: found };
  }
  if (asked.kind === 'unit') {
    const { unit } = asked;
    if (found.length === 0) return { typed, result: 'unitNotNamed', unit, ...repeats };
    return { typed, result: 'foundByUnit', unit, ...repeats, labels: found };
  }
  const [label] = found;
  return label ? { typed, result: 'found', ...repeats, label } : { typed, result: 'unknown', ...repeats };
}

/** One label of several, as programs read it. */
export function lookedUpLabel({ entry, status, now }: FoundLabel, publicUrl: string): LookedUpLabel {
  const { number, since, organisation, offers, successor, specimen } = entry;
  const { name, commune, website } = organisation;
  return {
    number,
    valid: status?.valid ?? false,
    status: status?.word ?? null,
    ...(status?.condition && { conditionDue: status.condition.due }),
    since,
    until: now.until,
    organisation: { name, commune, ...(website !== undefined && { website }) },
    offers: offers.map((offer) => offer.name),
    ...(successor !== undefined && { successor }),
    specimen,
    address: `${publicUrl}/labels/${number}`,
  };
}
