import { type ErrorCode, LabelError } from '../../errors.ts';
import { body } from './body.ts';
import { isForeign } from './session/csrf.ts';
import { returnForm } from './session/returnForm.ts';
import type { WebContext } from './state.ts';
import { typedTexts } from './typedTexts.view.ts';
import { fieldsOf, requireSize } from './uploads/upload.ts';
import type { WebDeps } from './webDeps.ts';

/** A form that was not taken, to be sent once more by hand. */
export interface HeldForm {
  readonly action: string;
  readonly fields: readonly (readonly [string, string])[];
  /** Those of them that a person would not want to write again. */
  readonly texts: readonly string[];
  /** Whether it may bring a file, which no page can hand back: it is chosen once more. */
  readonly takesFile: boolean;
}

/** Failures that pass by themselves: the very same form may be taken a little later. */
const temporary: ReadonlySet<string> = new Set<ErrorCode>([
  'tooManyRequests',
  'uploadsFull',
  'uploadTooSlow',
  'databaseUnavailable',
  'scannerUnavailable',
]);

/**
 * What was sent with a form that cannot be taken for now, so that nobody has to write it again; null where nothing was sent, or
 * where another site sent it. It is put into the page of the failure and kept nowhere.
 *
 * It goes back as it came, its token too: a form without a right one is refused when it is sent again, as it would have been.
 * Too many forms are no longer read either (`returnForm`).
 */
export async function heldForm(
  ctx: WebContext,
  code: string,
  deps: Pick<WebDeps, 'limits' | 'uploads' | 'publicUrl'>,
): Promise<HeldForm | null> {
  if (ctx.method !== 'POST' || !temporary.has(code) || isForeign(ctx, deps.publicUrl)) return null;
  try {
    const fields = await returnForm(ctx, deps, () => sentFields(ctx));
    if (!fields) return null;
    return {
      action: `${ctx.path}${ctx.search}`,
      fields,
      texts: typedTexts(fields),
      takesFile: Boolean(ctx.is('multipart')),
    };
  } catch (error) {
    if (error instanceof LabelError) return null;
    throw error;
  }
}

/** Null where nothing was sent that can be read; the check of the token takes it out of what routes are given. */
async function sentFields(ctx: WebContext): Promise<[string, string][] | null> {
  if (ctx.is('urlencoded')) {
    if (ctx.request.rawBody === undefined) await body(ctx, async () => {});
    const fields = [...new URLSearchParams(ctx.request.rawBody)];
    return fields.length > 0 ? fields : null;
  }
  if (!ctx.is('multipart')) return null;
  requireSize(ctx);
  // A form with a file may have nothing else.
  const read = await fieldsOf(ctx);
  return (
    read && Object.entries(read).filter((field): field is [string, string] => typeof field[1] === 'string')
  );
}
