import { journalPage } from '../../../templates/pages/privacy/journal.ts';
import type { JournalPlace, JournalQuery } from '../../commands/ports/journalPorts.ts';
import { verifyChain } from '../../commands/privacy/verifyChain.ts';
import { readJournal } from '../../commands/privacy/views/readJournal.ts';
import { askedText } from '../forms/address.ts';
import { line } from '../forms/fields.ts';
import { parse } from '../forms/parse.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { type JournalData, journalView } from './journal.view.ts';

/** The journal for administrators: filters and pages by address, and a button that walks one chain. */
export function journalRoutes(router: WebRouter): void {
  router.get('/journal', (ctx) => show(ctx, typedIn(ctx), null));
  router.post('/journal/verify', async (ctx) => {
    const { stream } = parse({ stream: line(120) }, ctx.request.body);
    const walk = await verifyChain(ctx.deps, askerOf(ctx), { stream });
    await show(ctx, { person: '', stream, fact: '', day: '' }, walk);
  });
}

type Typed = JournalData['typed'];

async function show(ctx: WebContext, typed: Typed, walk: JournalData['walk']): Promise<void> {
  const query = await queryOf(ctx, typed);
  const page = await readJournal(ctx.deps, askerOf(ctx), { query, before: placeIn(ctx) });
  ctx.render(journalPage, journalView({ ...page, typed, query, walk }, ctx.words));
}

function typedIn({ query }: WebContext): Typed {
  const { person, stream, fact, day } = query;
  const text = (value: unknown) => askedText(value, 254);
  return { person: text(person), stream: text(stream), fact: text(fact), day: text(day) };
}

/** What no line has. Input that is not an id is not queried, because the query itself is journaled. */
const nobody = '-';

/** A person is named by address or id; what names nobody gives no line rather than all. */
async function queryOf(
  { deps, words }: WebContext,
  { person, stream, fact, day }: Typed,
): Promise<JournalQuery> {
  const byAddress = person.includes('@') ? await deps.store.personByEmail(person.toLowerCase()) : null;
  const actor = byAddress?.id ?? (/^(system|[0-9A-Z]{9,26})$/.test(person) ? person : nobody);
  return {
    ...(person !== '' && { actor }),
    ...(stream !== '' && { stream: /^\w{1,20}\/[\w.-]{1,80}$/.test(stream) ? stream : nobody }),
    ...(fact !== '' && {
      fact: (words.has(`journal.facts.${fact}`) ? fact : nobody) as NonNullable<JournalQuery['fact']>,
    }),
    ...(isDay(day) && { day }),
  };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** Where a page begins, as its address says it: instant and id. */
function placeIn({ query }: WebContext): JournalPlace | undefined {
  const read = typeof query.before === 'string' ? /^([\d:.TZ-]{24})~(\w{1,40})$/.exec(query.before) : null;
  const [, at, id] = read ?? [];
  return at !== undefined && id !== undefined ? { at, id } : undefined;
}
