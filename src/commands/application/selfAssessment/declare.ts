import type { FileRef } from '../../common/fileInput.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { Declared } from '../../items/assessmentItems.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Keeps what is declared and signed with a draft until it is sent: nobody has to say it twice. */
export async function declare(
  deps: Deps,
  asker: Asker,
  { applicationId, ...said }: FileRef & Omit<Declared, 'by'>,
) {
  const { application, assessment, edit } = await workingCopy(deps, asker, applicationId);
  const declared = { ...said, by: asker.id };
  const isSame = JSON.stringify(declared) === JSON.stringify(assessment.declared);
  if (application.state === 'draft' && !isSame) await edit({ part: 'declared', declared });
}
