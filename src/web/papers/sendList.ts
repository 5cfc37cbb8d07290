import { noteExport } from '../../commands/privacy/noteExport.ts';
import { LabelError, refuseFor } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import type { WebDeps } from '../http/webDeps.ts';
import { type List, type ListFormat, listFormats } from './list.ts';
import { writeList } from './writeList.ts';

/** Rows of one export: twice as many as there will be labels. */
const maxListRows = 100_000;

/** The addresses at which a list is exported as it is seen: `<path>/list.csv` and `<path>/list.xlsx`. */
export function listExport<Row>(
  router: WebRouter,
  path: string,
  read: (deps: WebDeps, ctx: WebContext) => List<Row> | Promise<List<Row>>,
): void {
  for (const format of listFormats) {
    router.get(`${path}/list.${format}`, async (ctx) => {
      await ctx.deps.limits.take('listsOfPerson', askerOf(ctx).id);
      await ctx.deps.store.atOneInstant(async (store) =>
        sendList(ctx, await read({ ...ctx.deps, store }, ctx), format),
      );
    });
  }
}

/**
 * Answers with a list. It is written while it is read and sent once it is whole, so that a fault is an answer of its own and
 * never half a file; who has gone is not read for. The journal notes who exported it.
 */
async function sendList<Row>(ctx: WebContext, list: List<Row>, format: ListFormat): Promise<void> {
  const { deps, words } = ctx;
  const at = deps.clock.now().toISOString();
  const made = { at, criteria: [...deps.schemes.keys()].at(-1) ?? '' };
  const { bytes, digest } = await writeList(list, format, made, words, (rows) => {
    if (ctx.req.destroyed) throw new LabelError('badRequest');
    refuseFor({ listTooLong: rows > maxListRows });
  });
  await noteExport(deps, askerOf(ctx), { list: list.name, format, digest });
  ctx.attachment(`${list.name}-${dayOf(at)}-${digest.slice(0, 8)}.${format}`);
  ctx.set('Cache-Control', 'no-store');
  ctx.body = bytes;
}
