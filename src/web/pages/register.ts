import { dayOf } from '../../register/day.ts';
import type { Entry } from '../../register/entry.ts';
import { readNumber } from '../../register/number.ts';
import { registerView } from '../presenters/register.ts';
import type { Web, WebContext, WebRouter } from '../state.ts';

/** How many entries are looked through; the index of names and offers comes with the first thousand labels. */
const lookedAt = 500;

/** The public register, by offer, organisation or place; a number goes straight to its label. */
export function registerPage(router: WebRouter, { deps }: Web): void {
  router.get('/register', async (ctx) => {
    const query = textOf(ctx, 'q');
    const read = readNumber(query);
    if (read.kind !== 'notANumber') {
      const number = read.kind === 'number' ? read.number : encodeURIComponent(query);
      return ctx.redirect(`/${ctx.words.language}/labels/${number}`);
    }
    const leman = ctx.query.leman === 'yes';
    const entries = await deps.store.entries(lookedAt);
    const found = entries.filter((entry) => (!leman || entry.acceptsLeman) && matches(entry, query));
    const today = dayOf(deps.clock.now().toISOString());
    const type = textOf(ctx, 'type');
    ctx.render('register', registerView({ query, leman, type, entries: found, today }, ctx.words));
  });
}

function textOf(ctx: WebContext, name: string): string {
  const value = ctx.query[name];
  return typeof value === 'string' ? value.trim().slice(0, 100) : '';
}

/** Every word stands somewhere in the names, the place or the offers; accents and case do not matter. */
function matches({ organisation, offers }: Entry, query: string): boolean {
  const text = plain(
    [organisation.name, organisation.commune, ...offers.flatMap(({ name, sheet }) => [name, sheet])].join(
      ' ',
    ),
  );
  return plain(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
}
