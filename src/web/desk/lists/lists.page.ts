import { deskKinds } from '../../../commands/ports/deskPorts.ts';
import { sessionOf } from '../../http/session/sessionOf.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { listExport } from '../../papers/sendList.ts';
import { exportedList } from './exportedList.ts';
import { listAddress, rowsIn, shortPath } from './listAddress.ts';
import { showList } from './showList.ts';

/** The lists of files and of labels: searched, filtered and sorted by address, a page at a time. */
export function deskListPages(router: WebRouter): void {
  for (const kind of deskKinds) {
    listExport(router, `/lists/${kind}`, (deps, ctx) =>
      exportedList(deps, askerOf(ctx), listAddress(kind, ctx.query), ctx.words, rowsIn(kind, ctx.query)),
    );
    router.get(`/lists/${kind}`, async (ctx) => {
      const { path, hasMore } = shortPath(kind, ctx.query);
      if (hasMore) return ctx.redirect(`/${ctx.words.language}/${path}`);
      await showList(ctx, kind, ctx.query);
      remember(ctx, path);
    });
  }
}

/** Longer paths are not kept. */
const maxPath = 2000;

/** So that the pages of what is found lead back to it (templates/pages/desk/lists/backToList.ts). */
function remember(ctx: WebContext, path: string): void {
  const session = sessionOf(ctx);
  if (session && path.length <= maxPath) session.list = path;
}
