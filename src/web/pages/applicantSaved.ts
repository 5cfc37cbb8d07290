import type { LabelError } from '../../errors.ts';
import type { PageModel } from '../forms/formPage.ts';
import { refusalOf } from '../forms/refusal.ts';
import { retryLater } from '../retryLater.ts';
import type { WebContext } from '../state.ts';

/** New marks of what a page shows, by hidden field. */
export type Marks = Record<string, string>;

/** Template with the parts of an applicant's page that follow from what was saved. */
const applicantParts = 'applicant/saved';

/** Whether a form was sent by the page's script, which goes on showing the same page. */
export function isAutosave(ctx: WebContext): boolean {
  return ctx.accepts('html', 'json') === 'json';
}

/** The answer to a save by script: when it was saved, the new marks, and the parts of the page that follow from it. */
export function answerSaved(ctx: WebContext, model: PageModel, marks: Marks, parts = applicantParts): void {
  const html = partsOf(ctx, model, parts);
  const seen = typeof model.seen === 'string' ? { seen: model.seen } : {};
  const text = ctx.words.t('saving.saved', clockTime(ctx));
  ctx.body = { saved: true, text, seen: { ...seen, ...marks }, html };
  ctx.type = 'json';
}

/** A refusal by field, with what the page shows now: the script lays it beside what was typed. */
export function answerRefused(
  ctx: WebContext,
  model: PageModel,
  error: LabelError,
  parts = applicantParts,
): void {
  const { faults, summary } = refusalOf(error, {}, ctx.words);
  const html = partsOf(ctx, model, parts);
  const text = summary[0]?.text ?? '';
  // What someone else wrote meanwhile, so that the script can tell it from what it began with.
  const now = error.code === 'stale' && { seen: model.seen, values: model.values };
  ctx.body = { saved: false, code: error.code, text, faults, html, ...(now && { now }) };
  ctx.type = 'json';
  ctx.status = error.status;
  retryLater(ctx, error);
}

function partsOf(ctx: WebContext, model: PageModel, parts: string): string {
  ctx.render(parts, { values: {}, ...model });
  return String(ctx.body);
}

/** The time of day in Geneva. */
function clockTime({ deps, words }: WebContext): { hour: string; minute: string } {
  const format = new Intl.DateTimeFormat(words.locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Europe/Zurich',
  });
  const parts = format.formatToParts(deps.clock.now());
  const value = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { hour: value('hour'), minute: value('minute') };
}
