import { parse } from 'node:querystring';
import { LabelError } from '../../errors.ts';
import type { WebMiddleware } from './state.ts';
import { isDecodable } from './wellFormedAddress.ts';

const limit = '256kb';

/** Most fields of a form or an object: ours have some hundreds, and every one costs time at each step that follows. */
const maxFields = 2000;

let reader: Promise<WebMiddleware> | undefined;

/** Reads a form or JSON within its limit; text that is not well-formed is refused before any field is looked at. */
export const body: WebMiddleware = async (ctx, next) => {
  // Everything is read as UTF-8: what is declared as something else would be misread.
  if (/charset=(?!"?utf-?8"?\s*$)/i.test(ctx.get('Content-Type'))) throw new LabelError('badRequest');
  reader ??= createReader();
  await (await reader)(ctx, async () => {});
  const form = ctx.is('urlencoded') ? ctx.request.rawBody : '';
  if ((form ?? '').split('&', maxFields + 1).length > maxFields) throw new LabelError('bodyTooLarge');
  // Under the very names that were sent, dots and brackets included; a field that came twice is a list.
  if (ctx.is('urlencoded')) ctx.request.body = parse(form ?? '', undefined, undefined, { maxKeys: 0 });
  if (isBroken(ctx.request.body) || !isDecodable(form)) throw new LabelError('badRequest');
  await next();
};

/** Loaded with the first body, because a start does without. */
async function createReader(): Promise<WebMiddleware> {
  const { bodyParser } = await import('@koa/bodyparser');
  return bodyParser({
    enableTypes: ['json', 'form'],
    formLimit: limit,
    jsonLimit: limit,
    onError: (error) => {
      throw new LabelError('status' in error && error.status === 413 ? 'bodyTooLarge' : 'badRequest');
    },
  });
}

/** Levels of a body that are looked at: no form of ours nests, and a deeper one is broken by intent. */
const maxDepth = 8;

/** NUL, what stands for bytes that are no UTF-8, and halves of characters, in a key or a value at any depth; or far too much. */
function isBroken(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return /[\0\uFFFD]|\p{Surrogate}/u.test(value);
  if (typeof value !== 'object' || value === null) return false;
  const entries = Object.entries(value);
  if (depth === maxDepth || entries.length > maxFields) return true;
  return entries.some(([key, inner]) => isBroken(key) || isBroken(inner, depth + 1));
}
