import { LabelError } from '../../../errors.ts';
import { mayReadFile } from '../../../policies/file.ts';
import { isOfficer } from '../../../policies/who.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { frozenFile } from '../../file/frozenFile.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** The label that a file opened with that file, for an officer who may work on it. */
export async function officersLabel(deps: Deps, asker: Asker, applicationId: string) {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const file = await frozenFile(deps, applicationId);
  requireVisible(mayReadFile(asker, file));
  const labels = await deps.store.labelsOf(file.application.context.organisationId);
  return {
    file,
    label: requireVisible(labels.find(({ context }) => context.applicationId === applicationId)),
  };
}
