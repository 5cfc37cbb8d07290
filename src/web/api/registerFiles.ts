import { wholeRegister } from '../../commands/register/readLabels.ts';
import { schemeId } from '../../profile/schemeFile.ts';
import { type Day, dayOf } from '../../register/day.ts';
import { validityToday } from '../../register/validity.ts';
import { inTurns } from '../http/inTurns.ts';
import { licensed } from '../http/licensed.ts';
import { limitClient } from '../http/limits.ts';
import { openToAll } from '../http/securityHeaders.ts';
import { sendStream } from '../http/sendStream.ts';
import type { Web, WebRouter } from '../http/state.ts';
import type { WebDeps } from '../http/webDeps.ts';
import { cursorOf } from '../schemas/changes.ts';
import { csv } from './formats/csv.ts';
import { essglobal } from './formats/essglobal.ts';
import type { RegisterFormat, Writing } from './formats/format.ts';
import { jsonLd } from './formats/jsonLd.ts';
import { jsonLines } from './formats/jsonLines.ts';

/** Raised when what a format writes of a label changes, so that no client gets a 304 for the old one. */
const writtenAs = 3;

/**
 * The whole register as one file. It says up to which change it is complete at least (`rel="monitor"`, RFC 5989 via IANA), so that
 * a copy goes on from there; who has it as it is needs not fetch it again.
 */
export function registerFileRoutes(router: WebRouter, { deps }: Web): void {
  const inTurn = inTurns<string>();
  for (const format of [jsonLines, csv, jsonLd, essglobal]) {
    router.get(`/api/v1/register.${format.name}`, openToAll, licensed, async (ctx) => {
      const change = await deps.store.newestChange();
      const today = dayOf(deps.clock.now().toISOString());
      const { words } = ctx;
      ctx.append('Link', `<${deps.publicUrl}/api/v1/changes?since=${cursorOf(change)}>; rel="monitor"`);
      ctx.set('Cache-Control', 'public, no-cache');
      // Weak: a change while it is written may be in it already.
      ctx.set('ETag', `W/"${writtenAs}.${change}.${today}.${words.language}"`);
      ctx.status = 200;
      if (ctx.fresh) {
        ctx.status = 304;
        return;
      }
      await limitClient(ctx, deps, 'downloads');
      ctx.attachment(`${schemeId}.${format.name}`);
      ctx.type = format.type;
      await sendStream(ctx, inTurn(written(deps, format, { words, publicUrl: deps.publicUrl }, today)));
    });
  }
}

async function* written(deps: WebDeps, format: RegisterFormat, writing: Writing, today: Day) {
  // Written with the first labels: what fails before them fails before anything is sent.
  let head = format.head(writing);
  for await (const entries of wholeRegister(deps)) {
    const dated = entries.map((entry) => ({ entry, status: validityToday(entry, today) }));
    yield head + format.lines(dated, writing);
    head = '';
  }
  yield head + format.tail;
}
