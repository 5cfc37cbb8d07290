import { LabelError } from '../../../errors.ts';
import type { WebContext } from '../state.ts';
import type { SessionData } from './sessionOf.ts';

/** Most characters of a form that are kept for its writer. */
const maxLength = 64 * 1024;

/** In the address of a page whose file has to be chosen once more: it says so, and so does the page that signs in. */
export const fileAgain = 'again';

/** Keeps a form in the session until its writer has signed in; it is shown again after that, to be sent by hand. */
export function keepInput(
  ctx: WebContext,
  data: SessionData,
  typed: Readonly<Record<string, unknown>>,
  by: string,
): void {
  // Files are not kept: their page is opened again for the same, to choose them once more.
  if (ctx.is('multipart')) {
    const about = typeof ctx.query.for === 'string' ? { for: ctx.query.for } : {};
    data.wanted = `${ctx.path}?${new URLSearchParams({ ...about, [fileAgain]: '1' })}`;
    return;
  }
  const fields = Object.entries(typed).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, String(one)] as const),
  );
  if (JSON.stringify(fields).length > maxLength) throw new LabelError('signInRequired');
  data.typed = { path: `${ctx.path}${ctx.search}`, fields, by };
  data.wanted = `/${ctx.words.language}/typed`;
}
