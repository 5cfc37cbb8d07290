import { registerPage as template } from '../../../templates/pages/register/register.ts';
import { searchAround } from '../../commands/register/searchAround.ts';
import { type RegisterQuery, searchRegister } from '../../commands/register/searchRegister.ts';
import { type Fault, LabelError } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import { parseSearchText } from '../../register/searchText.ts';
import { allowScripts } from '../http/allowScripts.ts';
import type { Web, WebContext, WebRouter } from '../http/state.ts';
import {
  type RegisterAsked,
  readRegisterQuery,
  registerSearch,
  searchKept,
  whileValid,
} from './register.form.ts';
import { refusedView, registerView } from './register.view.ts';

/** The public directory of offers, those of labels that hold unless others are asked for; a number goes straight to its label. */
export function registerPage(router: WebRouter, { deps }: Web): void {
  router.get('/register', async (ctx) => {
    const asked = askedIn(ctx);
    if (!('query' in asked)) return refuse(ctx, asked);
    const { query, page } = asked;
    if (ctx.search !== '') ctx.set('Cache-Control', searchKept);
    allowScripts(ctx, 'geolocation', ['near.js']);
    const sought = parseSearchText(query.text, deps.publicUrl);
    if (sought.kind === 'number' || sought.kind === 'mistyped' || sought.kind === 'unfinished') {
      const number = sought.kind === 'number' ? sought.number : encodeURIComponent(sought.typed);
      return ctx.redirect(`/${ctx.words.language}/labels/${number}`);
    }
    const search = (wanted: RegisterQuery) =>
      searchRegister(deps, whileValid(wanted), { page, counted: true });
    const found = page
      ? { query, answer: await search(query), placedIn: null }
      : await searchAround(deps, query, search);
    const today = dayOf(deps.clock.now().toISOString());
    const isEmpty = ctx.query.q !== undefined && registerSearch(query) === '' && page === null;
    ctx.render(template, registerView({ ...found, today, isEmpty }, ctx.words));
    if (isEmpty) ctx.status = 422;
  });
}

function askedIn(ctx: WebContext): RegisterAsked | readonly Fault[] {
  try {
    return readRegisterQuery(ctx.query);
  } catch (error) {
    if (error instanceof LabelError && error.code === 'invalid') return error.faults;
    throw error;
  }
}

/** The page with an empty box and what is wrong with the search: nothing that was sent is shown again. */
function refuse(ctx: WebContext, faults: readonly Fault[]): void {
  ctx.render(template, refusedView(faults, ctx.words));
  ctx.status = 400;
}
