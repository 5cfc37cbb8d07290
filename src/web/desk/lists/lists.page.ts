import { deskListPage } from '../../../../templates/pages/desk/lists/list.ts';
import { listDesk } from '../../../commands/desk/lists/listDesk.ts';
import { listViews } from '../../../commands/desk/lists/savedViews.ts';
import { deskKinds } from '../../../commands/ports/deskPorts.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebRouter } from '../../http/state.ts';
import { listExport } from '../../papers/sendList.ts';
import { exportedList } from './exportedList.ts';
import { deskListView } from './list.view.ts';
import { askedBy, listAddress, placeIn, rowsIn } from './listAddress.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Sessions that are offered to put files on. */
const maxSessions = 50;

/** The lists of files and of labels: searched, filtered and sorted by address, a page at a time. */
export function deskListPages(router: WebRouter): void {
  for (const kind of deskKinds) {
    listExport(router, `/lists/${kind}`, (deps, ctx) =>
      exportedList(deps, askerOf(ctx), listAddress(kind, ctx.query), ctx.words, rowsIn(kind, ctx.query)),
    );
    router.get(`/lists/${kind}`, async (ctx) => {
      const { deps, words, query } = ctx;
      const asker = askerOf(ctx);
      const address = listAddress(kind, query);
      const { asked, faults } = askedBy(address, vocabularyOf(kind, words));
      const after = placeIn(query.after);
      const officers = await deps.store.peopleWith('officer');
      // What was not understood in part is not searched for in part: the answer would be another than was meant.
      const list = await listDesk(deps, asker, { kind, asked, sort: address.sort, after, faults });
      const views = await listViews(deps, asker, kind);
      const sessions = await deps.store.sessionsIn(['planned'], maxSessions);
      ctx.render(
        deskListPage,
        deskListView(list, { address, views, sessions, isFirst: after === null, officers, asker }, words),
      );
    });
  }
}
