import type { KeptFile } from '../../../../templates/frame.ts';
import { invalid, LabelError } from '../../../errors.ts';
import type { Upload, WebContext } from '../state.ts';
import type { WebDeps } from '../webDeps.ts';

/**
 * The file that a form brings, else the one that was kept of it when it was refused before, which it names (`keptFile`). One that is
 * not there any more is asked for again.
 */
export async function orKept(
  ctx: WebContext,
  personId: string,
  { keptUploads }: Pick<WebDeps, 'keptUploads'>,
  upload: Upload | LabelError,
): Promise<Upload | LabelError> {
  const { keptFile, ...fields }: Record<string, unknown> = { ...Object(ctx.request.body) };
  ctx.request.body = fields;
  if (typeof keptFile !== 'string' || !isMissing(upload)) return upload;
  return (await keptUploads.find(personId, keptFile)) ?? invalid('file', 'fileNotKept');
}

/** Whether a form brought no file. */
export function isMissing(upload: Upload | LabelError): boolean {
  return upload instanceof LabelError && upload.faults.some(({ code }) => code === 'fileMissing');
}

/** Keeps the file of a form that is refused for something beside it, so that it is chosen once; null where nothing is kept. */
export async function keepUpload(ctx: WebContext, { faults }: LabelError): Promise<KeptFile | null> {
  const { upload, asker } = ctx.state;
  if (!asker || upload === undefined || upload instanceof LabelError) return null;
  // A form with a field that is none of ours is not ours.
  if (faults.some(({ field, code }) => field === 'file' || code === 'unknownField')) return null;
  return { key: await ctx.deps.keptUploads.keep(asker.id, upload), name: upload.name };
}

/** Once a form is taken, nothing is kept of it. */
export async function dropUpload(ctx: WebContext): Promise<void> {
  const { upload, asker } = ctx.state;
  if (asker && upload) await ctx.deps.keptUploads.drop(asker.id);
}
