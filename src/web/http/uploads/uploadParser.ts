import type { IncomingMessage } from 'node:http';
import multer from '@koa/multer';
import { MulterError } from 'multer';
import { maxBytes } from '../../../commands/items/intake.ts';

const options = {
  limits: { files: 1, fileSize: maxBytes, fields: 9, fieldSize: 64 * 1024, fieldNameSize: 100, parts: 11 },
  // Browsers send names of files in UTF-8; without this they are read as something else.
  defParamCharset: 'utf8',
};

/** The folder for the file of each form that is being read onto the disk. */
const folders = new WeakMap<IncomingMessage, string>();
const toDisk = multer({
  ...options,
  storage: multer.diskStorage({
    destination: (req, _, done) => done(null, folders.get(req) ?? ''),
    filename: (_, __, done) => done(null, 'file'),
  }),
}).single('file');

/** Reads a form with one file named `file`, within limits, into a folder under that name. */
export function readInto(folder: string): typeof toDisk {
  return (ctx, next) => {
    folders.set(ctx.req, folder);
    return toDisk(ctx, next);
  };
}

/** Reads the fields of such a form, and lets its file go by. */
export const readFields = multer({ ...options, fileFilter: (_, __, take) => take(null, false) }).single(
  'file',
);

/** Why a form goes beyond the limits, as its code; null for anything else that went wrong. */
export function limitOf(error: unknown): Pick<MulterError, 'code' | 'field'> | null {
  return error instanceof MulterError ? error : null;
}
