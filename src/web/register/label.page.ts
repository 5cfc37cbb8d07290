import { labelPage as page } from '../../../templates/pages/register/label.ts';
import { labelUnknownPage } from '../../../templates/pages/register/labelUnknown.ts';
import { schemeOf } from '../../commands/common/schemeOf.ts';
import { LabelError } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import { readNumber } from '../../register/number.ts';
import { validityToday } from '../../register/validity.ts';
import type { Web, WebContext, WebRouter } from '../http/state.ts';
import { labelView } from './label.view.ts';
import { answerProgram } from './labelForms.ts';
import { linksetHeader } from './linkset.view.ts';
import { lookUp } from './readEntry.ts';

/** The page of a label, forever at the same address, or what a program requests there; an invalid number says why and what may have been meant. */
export function labelPage(router: WebRouter, { deps }: Web): void {
  router.get('/labels/:number', async (ctx) => {
    if (await answerProgram(ctx, deps)) return;
    const { words, search, query } = ctx;
    const typed = ctx.params.number ?? '';
    const showUnknown = (reason: 'unfinished' | 'mistyped' | 'unknown', nearest: readonly string[]) => {
      ctx.render(labelUnknownPage, { reason, typed, nearest });
      ctx.status = 404;
    };
    const read = readNumber(typed);
    if (read.kind === 'notANumber') throw new LabelError('notFound');
    if (read.kind === 'unfinished') return showUnknown(read.kind, [read.number]);
    if (read.kind === 'mistyped') return showUnknown(read.kind, await issued(ctx, read.nearest));
    if (read.number !== typed) return ctx.redirect(`/${words.language}/labels/${read.number}${search}`);
    const { entry, asOf } = await lookUp(ctx, deps, read.number);
    if (!entry) return showUnknown('unknown', []);
    const today = dayOf(deps.clock.now().toISOString());
    const { scheme, texts } = schemeOf(deps, entry.criteria.version);
    const next = entry.successor === undefined ? null : (await lookUp(ctx, deps, entry.successor)).entry;
    const successor = next && { entry: next, status: validityToday(next, today) };
    const label = { entry, status: validityToday(entry, today), successor, today, asOf, asked: query.on };
    const { publicUrl } = deps;
    ctx.append('Link', linksetHeader(entry, publicUrl));
    ctx.render(page, labelView({ ...label, scheme, text: texts[words.language], publicUrl }, words));
  });

  /** Of the numbers that differ in one character, those that a label really has. */
  async function issued(ctx: WebContext, numbers: readonly string[]): Promise<string[]> {
    const known = await Promise.all(numbers.map((number) => lookUp(ctx, deps, number)));
    return known.flatMap(({ entry }) => entry?.number ?? []);
  }
}
