import type { Asker, Deps } from './ports.ts';
import { workingCopy } from './workingCopy.ts';

/** Says whether the theme scores may be shown to the public once the label is granted. */
export async function showScores(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly showScores: boolean },
): Promise<void> {
  await workingCopy(deps, asker, input.applicationId);
  await deps.store.editSelfAssessment(input.applicationId, {
    part: 'showScores',
    showScores: input.showScores,
  });
}
