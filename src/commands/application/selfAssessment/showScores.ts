import { traceOf } from '../../common/traceOf.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Says whether the theme scores may be shown to the public once the label is granted. */
export async function showScores(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly showScores: boolean },
): Promise<void> {
  const { application } = await workingCopy(deps, asker, input.applicationId);
  const edit = { part: 'showScores', showScores: input.showScores } as const;
  const by = traceOf(deps, asker, application.context.organisationId);
  await deps.store.editSelfAssessment(application.id, edit, by);
}
