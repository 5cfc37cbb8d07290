import { labelPage as page } from '../../../templates/pages/register/label.ts';
import { labelUnknownPage } from '../../../templates/pages/register/labelUnknown.ts';
import { schemeOf } from '../../commands/common/schemeOf.ts';
import { LabelError } from '../../errors.ts';
import { type Day, dayOf } from '../../register/day.ts';
import type { Entry } from '../../register/entry.ts';
import { readNumber } from '../../register/number.ts';
import { validityToday } from '../../register/validity.ts';
import type { Web, WebContext, WebRouter } from '../http/state.ts';
import type { ShownBadge } from '../views/badge.view.ts';
import { labelView } from './label.view.ts';
import { answerProgram } from './labelForms.ts';
import { lookUp } from './readEntry.ts';

/** The page of a label, forever at the same address, or what a program requests there; an invalid number says why and what may have been meant. */
export function labelPage(router: WebRouter, { deps }: Web): void {
  router.get('/labels/:number', async (ctx) => {
    if (await answerProgram(ctx, deps)) return;
    const typed = ctx.params.number ?? '';
    const read = readNumber(typed);
    if (read.kind === 'notANumber') throw new LabelError('notFound');
    if (read.kind === 'unfinished') return missing(ctx, 'unfinished', typed, [read.number]);
    if (read.kind === 'mistyped') return missing(ctx, 'mistyped', typed, await issued(ctx, read.nearest));
    if (read.number !== typed)
      return ctx.redirect(`/${ctx.words.language}/labels/${read.number}${ctx.search}`);
    const { entry, asOf } = await lookUp(ctx, deps, read.number);
    if (!entry) return missing(ctx, 'unknown', typed, []);
    const today = dayOf(deps.clock.now().toISOString());
    const { scheme, texts } = schemeOf(deps, entry.criteria.version);
    const successor = await successorOf(ctx, entry, today);
    const data = { entry, status: validityToday(entry, today), successor, today, asOf, asked: ctx.query.on };
    const { publicUrl } = deps;
    ctx.render(page, labelView({ ...data, scheme, text: texts[ctx.words.language], publicUrl }, ctx.words));
  });

  async function successorOf(ctx: WebContext, { successor }: Entry, today: Day): Promise<ShownBadge | null> {
    if (successor === undefined) return null;
    const { entry } = await lookUp(ctx, deps, successor);
    return entry && { entry, status: validityToday(entry, today) };
  }

  /** Of the numbers that differ in one character, those that a label really has. */
  async function issued(ctx: WebContext, numbers: readonly string[]): Promise<string[]> {
    const known = await Promise.all(numbers.map((number) => lookUp(ctx, deps, number)));
    return known.flatMap(({ entry }) => entry?.number ?? []);
  }
}

function missing(
  ctx: WebContext,
  reason: 'unfinished' | 'mistyped' | 'unknown',
  typed: string,
  nearest: readonly string[],
): void {
  ctx.render(labelUnknownPage, { reason, typed, nearest });
  ctx.status = 404;
}
