import { fault, LabelError } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import { validityToday } from '../../register/validity.ts';
import { readQuery } from '../forms/readQuery.ts';
import { licensed } from '../http/licensed.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { labelJson } from '../register/labelJson.ts';
import { type ChangesAnswer, changesQuery, cursorOf } from '../schemas/changes.ts';

/** Labels that one answer holds at most. */
const max = 100;

/**
 * What changed in the register since a cursor, so that a copy of it can be kept true. A cursor of a change that has not been is
 * refused like one that is none: its giver is another register than this one.
 */
export function changesRoute(router: WebRouter, { deps }: Web): void {
  router.get('/api/v1/changes', openToAll, licensed, async (ctx) => {
    const { since = 0 } = readQuery(changesQuery, ctx.query);
    const found = await deps.store.changesAfter(since, max + 1);
    if (found.length === 0 && since > (await deps.store.newestChange())) {
      throw new LabelError('badRequest', { faults: [fault('since', 'badCursor')] });
    }
    const changes = found.slice(0, max);
    const today = dayOf(deps.clock.now().toISOString());
    const answer: ChangesAnswer = {
      changes: changes.map(({ entry }) =>
        labelJson({ entry, asOf: null }, validityToday(entry, today), ctx.words, deps.publicUrl),
      ),
      next: cursorOf(changes.at(-1)?.change ?? since),
      more: found.length > max,
    };
    if (answer.more) {
      ctx.append('Link', `<${deps.publicUrl}/api/v1/changes?since=${answer.next}>; rel="next"`);
    }
    ctx.body = JSON.stringify(answer);
    ctx.type = 'json';
  });
}
