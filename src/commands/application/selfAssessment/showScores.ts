import type { FileRef } from '../../common/fileInput.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Says whether the theme scores may be shown to the public once the label is granted. */
export async function showScores(deps: Deps, asker: Asker, input: FileRef & { showScores: boolean }) {
  const { edit } = await workingCopy(deps, asker, input.applicationId);
  await edit({ part: 'showScores', showScores: input.showScores });
}
