import { checkOffice, isOffice } from './checkOffice.ts';
import { checkPdf } from './checkPdf.ts';
import { checkTable } from './checkTable.ts';
import type { KindName } from './kinds.ts';
import { recognise } from './recognise.ts';

/** What a file is, after everything was looked at that needs no drawing; throws `invalid` with the fault. */
export async function inspect(bytes: Buffer, extension: string): Promise<KindName> {
  const kind = await recognise(bytes, extension);
  if (kind === 'pdf') checkPdf(bytes);
  if (kind === 'csv') checkTable(bytes);
  if (isOffice(kind)) await checkOffice(bytes, kind);
  return kind;
}
