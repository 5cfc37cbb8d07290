import { maxBytes } from '../../../commands/items/intake.ts';
import { invalid, LabelError } from '../../../errors.ts';
import type { Upload, WebContext } from '../state.ts';
import { isMissing } from './keptUpload.ts';
import { isDiskFull, noRoom } from './places.ts';

/** A body that is longer than this (bytes) is not begun; up to it, a file that is too large gets its sentence in the form. */
const maxSent = 4 * maxBytes;

const nothing = Buffer.alloc(0);

/** With the first file, because a start does without. A file of ours loads the library: in a build, older ones have no names. */
const parser = () => import('./uploadParser.ts');

/** Refuses what is longer than a form with a file, or does not say how long it is. */
export function requireSize(ctx: WebContext): void {
  if (!(Number(ctx.request.length) <= maxSent)) throw new LabelError('bodyTooLarge');
}

/** The file of a form, or `invalid` with what is wrong with it. */
export function fileOf(ctx: WebContext): Upload {
  const { upload = invalid('file', 'fileMissing') } = ctx.state;
  if (upload instanceof LabelError) throw upload;
  return upload;
}

/** The same where a form goes without; null then. */
export function anyFileOf(ctx: WebContext): Upload | null {
  const { upload } = ctx.state;
  return upload === undefined || isMissing(upload) ? null : fileOf(ctx);
}

/**
 * Reads the file of a form within limits, as `file` into a folder: its bytes are there. What is wrong with it is told by its form, once
 * that is known to be ours.
 */
export async function uploadOf(ctx: WebContext, folder: string): Promise<Upload | LabelError> {
  const { readInto, limitOf } = await parser();
  try {
    await readInto(folder)(ctx, async () => {});
    ctx.state.sentBesideFile = ctx.request.body ?? {};
    const { file } = ctx;
    return file ? { bytes: nothing, name: file.originalname } : invalid('file', 'fileMissing');
  } catch (error) {
    const limit = limitOf(error);
    if (!limit && !isDiskFull(error)) throw new LabelError('badRequest');
    keepSoFar(ctx);
    if (!limit) throw noRoom(error);
    switch (limit.code) {
      case 'LIMIT_FILE_SIZE':
        return invalid('file', 'fileTooLarge', { max: maxBytes / (1024 * 1024) });
      case 'LIMIT_FILE_COUNT':
        return invalid('file', 'fileSingle');
      case 'LIMIT_UNEXPECTED_FILE':
        return invalid('file', limit.field === 'file' ? 'fileSingle' : 'unknownField');
      case 'MISSING_FIELD_NAME':
        throw new LabelError('badRequest');
      default:
        throw new LabelError('bodyTooLarge');
    }
  }
}

/** Keeps the fields that came before reading their form ended early. */
export function keepSoFar(ctx: WebContext): void {
  ctx.request.body = 'body' in ctx.req ? ctx.req.body : {};
  ctx.state.sentBesideFile = ctx.request.body ?? {};
}

/**
 * The fields of a form with a file, the file let go by: so that what was typed is not lost where the form is not taken. Null where
 * they cannot be read.
 */
export async function fieldsOf(ctx: WebContext): Promise<object | null> {
  if (ctx.state.sentBesideFile) return ctx.state.sentBesideFile;
  const { readFields } = await parser();
  try {
    await readFields(ctx, async () => {});
    return ctx.request.body ?? {};
  } catch {
    return null;
  }
}
