import { fault, LabelError } from '../../../errors.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { SelfAssessment } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import type { ImportMode, ReadFile } from '../transfer/line.ts';
import { type ImportPlan, planImport } from '../transfer/planImport.ts';

export interface ImportInput {
  readonly applicationId: string;
  readonly file: ReadFile;
  readonly mode: ImportMode;
}

/** An import against the working copy as it stands. */
export interface ImportPreview {
  readonly assessment: SelfAssessment;
  readonly plan: ImportPlan;
}

/** Says line by line what an import would do, to whoever may write in the application; nothing is written. */
export async function previewImport(
  deps: Deps,
  asker: Asker,
  { applicationId, file, mode }: ImportInput,
): Promise<ImportPreview> {
  const { assessment, published } = await workingCopy(deps, asker, applicationId);
  const { version } = published.scheme;
  const said = file.criteriaVersion === '' ? version : file.criteriaVersion;
  const written = said === version ? published : deps.schemes.get(said);
  if (!written) {
    const params = { version: said.slice(0, 20) };
    throw new LabelError('invalid', { faults: [fault('file', 'importCriteria', params)] });
  }
  const plan = planImport(file, { assessment, published, written, mode });
  return { assessment, plan };
}
