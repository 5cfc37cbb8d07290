import { checkOffice } from './checkOffice.ts';
import { checkPdf } from './checkPdf.ts';
import { checkTable } from './checkTable.ts';
import type { KindName } from './kinds.ts';
import { recognise } from './recognise.ts';

/** What a file is, after everything was looked at that needs no drawing; throws `invalid` with the fault. */
export async function inspect(bytes: Buffer, extension: string): Promise<KindName> {
  const kind = await recognise(bytes, extension);
  switch (kind) {
    case 'pdf':
      checkPdf(bytes);
      break;
    case 'odt':
    case 'ods':
    case 'odp':
    case 'docx':
    case 'xlsx':
    case 'pptx':
      await checkOffice(bytes, kind);
      break;
    case 'csv':
      checkTable(bytes);
  }
  return kind;
}
