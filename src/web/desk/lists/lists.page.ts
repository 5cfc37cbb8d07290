import { deskKinds } from '../../../commands/ports/deskPorts.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebRouter } from '../../http/state.ts';
import { listExport } from '../../papers/sendList.ts';
import { exportedList } from './exportedList.ts';
import { listAddress, rowsIn } from './listAddress.ts';
import { showList } from './showList.ts';

/** The lists of files and of labels: searched, filtered and sorted by address, a page at a time. */
export function deskListPages(router: WebRouter): void {
  for (const kind of deskKinds) {
    listExport(router, `/lists/${kind}`, (deps, ctx) =>
      exportedList(deps, askerOf(ctx), listAddress(kind, ctx.query), ctx.words, rowsIn(kind, ctx.query)),
    );
    router.get(`/lists/${kind}`, (ctx) => showList(ctx, kind, ctx.query));
  }
}
