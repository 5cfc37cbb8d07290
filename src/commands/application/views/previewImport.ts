import { invalid } from '../../../errors.ts';
import type { FileRef } from '../../common/fileInput.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import type { ImportMode, ReadFile } from '../transfer/line.ts';
import { planImport } from '../transfer/planImport.ts';

export interface ImportInput extends FileRef {
  readonly file: ReadFile;
  readonly mode: ImportMode;
}

/** An import against the working copy as it stands. */
export type ImportPreview = Awaited<ReturnType<typeof previewImport>>;

/** Says line by line what an import would do, to whoever may write in the application; nothing is written. */
export async function previewImport(deps: Deps, asker: Asker, { applicationId, file, mode }: ImportInput) {
  const { assessment, published } = await workingCopy(deps, asker, applicationId);
  const { version } = published.scheme;
  const named = file.criteriaVersion || version;
  const written = named === version ? published : deps.schemes.get(named);
  if (!written) throw invalid('file', 'importCriteria', { version: named.slice(0, 20) });
  return { assessment, plan: planImport(file, { assessment, published, written, mode }) };
}
