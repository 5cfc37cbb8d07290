import type { FormState, Page } from '../../../templates/frame.ts';
import type { LabelError } from '../../errors.ts';
import { retryLater } from '../http/retryLater.ts';
import type { WebContext } from '../http/state.ts';
import { refusalOf } from './refusal.ts';

/** New version tokens of what a page shows, by hidden field. */
export type VersionTokens = Record<string, string>;

/** The parts of a page that follow from what was saved; the script puts them in the place of the old ones. */
export type Parts<View> = Page<View & Pick<FormState, 'values'>>;

interface Shown extends Partial<Pick<FormState, 'values'>> {
  readonly versionToken?: string | number;
}

/** Whether a form was sent by the page's script, which goes on showing the same page. */
export function isAutosave(ctx: WebContext): boolean {
  return ctx.accepts('html', 'json') === 'json';
}

/** The answer to a save by script: when it was saved, the new version tokens, and the parts of the page as HTML. */
export function answerSaved(ctx: WebContext, view: Shown, tokens: VersionTokens, html: string): void {
  const { versionToken } = view;
  const [hour = '', minute = ''] = ctx.words.hour(ctx.deps.clock.now()).split(':');
  const text = ctx.words.t('saving.saved', { hour, minute });
  const versionTokens = { ...(versionToken !== undefined && { versionToken }), ...tokens };
  ctx.body = { saved: true, text, versionTokens, html };
  ctx.type = 'json';
}

/** A refusal by field, with what the page shows now: the script lays it beside what was typed. */
export function answerRefused(ctx: WebContext, view: Shown, error: LabelError, html: string): void {
  const { faults, summary } = refusalOf(error, {}, ctx.words);
  const text = summary[0]?.text ?? '';
  // What someone else wrote meanwhile, so that the script can tell it from what it began with.
  const now = error.code === 'stale' && { versionToken: view.versionToken, values: view.values };
  ctx.body = { saved: false, code: error.code, text, faults, html, ...(now && { now }) };
  ctx.type = 'json';
  ctx.status = error.status;
  retryLater(ctx, error);
}
