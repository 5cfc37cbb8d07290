import type { FormState, Page } from '../../../templates/frame.ts';
import type { LabelError } from '../../errors.ts';
import { retryLater } from '../http/retryLater.ts';
import type { WebContext } from '../http/state.ts';
import { refusalOf } from './refusal.ts';

/** New marks of what a page shows, by hidden field. */
export type Marks = Record<string, string>;

/** A view with a form whose script saves it. */
interface Shown {
  readonly values?: FormState['values'];
  readonly seen?: string | number;
}

/** The parts of a page that follow from what was saved; the script puts them in the place of the old ones. */
export type Parts<View> = Page<View & Pick<FormState, 'values'>>;

/** Whether a form was sent by the page's script, which goes on showing the same page. */
export function isAutosave(ctx: WebContext): boolean {
  return ctx.accepts('html', 'json') === 'json';
}

/** The answer to a save by script: when it was saved, the new marks, and the parts of the page that follow from it. */
export function answerSaved<View extends Shown>(
  ctx: WebContext,
  view: View,
  marks: Marks,
  parts: Parts<View>,
): void {
  const html = partsOf(ctx, view, parts);
  const seen = view.seen === undefined ? {} : { seen: view.seen };
  const [hour = '', minute = ''] = ctx.words.hour(ctx.deps.clock.now()).split(':');
  const text = ctx.words.t('saving.saved', { hour, minute });
  ctx.body = { saved: true, text, seen: { ...seen, ...marks }, html };
  ctx.type = 'json';
}

/** A refusal by field, with what the page shows now: the script lays it beside what was typed. */
export function answerRefused<View extends Shown>(
  ctx: WebContext,
  view: View,
  error: LabelError,
  parts: Parts<View>,
): void {
  const { faults, summary } = refusalOf(error, {}, ctx.words);
  const html = partsOf(ctx, view, parts);
  const text = summary[0]?.text ?? '';
  // What someone else wrote meanwhile, so that the script can tell it from what it began with.
  const now = error.code === 'stale' && { seen: view.seen, values: view.values };
  ctx.body = { saved: false, code: error.code, text, faults, html, ...(now && { now }) };
  ctx.type = 'json';
  ctx.status = error.status;
  retryLater(ctx, error);
}

function partsOf<View extends Shown>(ctx: WebContext, view: View, parts: Parts<View>): string {
  ctx.render(parts, { ...view, values: view.values ?? {} });
  return String(ctx.body);
}
