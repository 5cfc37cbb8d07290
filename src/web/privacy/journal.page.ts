import { journalPage } from '../../../templates/pages/privacy/journal.ts';
import type { ChainWalk, JournalPlace } from '../../commands/ports/journalPorts.ts';
import { verifyChain } from '../../commands/privacy/verifyChain.ts';
import { readJournal } from '../../commands/privacy/views/readJournal.ts';
import { line, optionalNumber } from '../forms/fields.ts';
import { parse } from '../forms/parse.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { listExport } from '../papers/sendList.ts';
import { journalView } from './journal.view.ts';
import { journalList } from './journalList.view.ts';
import { journalQuery, type TypedFilters, typedIn } from './journalQuery.ts';

/** The journal for administrators: filters and pages by address, its export, and buttons that walk one chain, or its lines up to one. */
export function journalRoutes(router: WebRouter): void {
  listExport(router, '/journal', async (deps, ctx) => {
    const typed = typedIn(ctx);
    return journalList(deps, askerOf(ctx), { typed, query: await journalQuery(deps, ctx, typed) }, ctx.words);
  });
  router.get('/journal', (ctx) => show(ctx, typedIn(ctx), null));
  router.post('/journal/verify', async (ctx) => {
    const { stream, seq } = parse({ stream: line(120), seq: optionalNumber }, ctx.request.body);
    const walk = await verifyChain(ctx.deps, askerOf(ctx), { stream, seq: seq ?? undefined });
    await show(ctx, { person: '', about: stream, fact: '', from: '', until: '' }, walk);
  });
}

async function show(ctx: WebContext, typed: TypedFilters, walk: ChainWalk | null): Promise<void> {
  const query = await journalQuery(ctx.deps, ctx, typed);
  const page = await readJournal(ctx.deps, askerOf(ctx), {
    query,
    before: placeIn(ctx),
    noted: walk !== null,
  });
  ctx.render(journalPage, journalView({ ...page, typed, query, walk }, ctx.words));
}

/** Where a page begins, as its address says it: instant and id. */
function placeIn({ query }: WebContext): JournalPlace | undefined {
  const read = typeof query.before === 'string' ? /^([\d:.TZ-]{24})~(\w{1,40})$/.exec(query.before) : null;
  const [, at, id] = read ?? [];
  return at !== undefined && id !== undefined ? { at, id } : undefined;
}
