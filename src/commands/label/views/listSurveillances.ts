import { mayReadFile } from '../../../policies/file.ts';
import { belongsTo } from '../../../policies/organisation.ts';
import { isOfficer } from '../../../policies/who.ts';
import { reviewedFile } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Surveillance } from '../../items/surveillance.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

type With = Pick<Deps, 'store'>;

/** Everything that was asked of a label, the newest first, for the people of its holder; for anyone else there is no such label. */
export async function listOwnSurveillances(
  { store }: With,
  asker: Asker,
  { organisationId, number }: { readonly organisationId: string; readonly number: string },
) {
  requireVisible(belongsTo(asker, organisationId));
  const label = requireVisible(await store.label(number));
  requireVisible(label.context.organisationId === organisationId);
  return { number, tasks: newestFirst(await store.surveillancesOf([number])) };
}

/** The same for an officer who may read the file that opened the label. */
export async function listOfficeSurveillances(deps: With, asker: Asker, applicationId: string) {
  const file = await reviewedFile(deps, applicationId);
  requireVisible(isOfficer(asker) && mayReadFile(asker, file));
  const number = requireVisible(file.application.context.labelNumber);
  return { number, tasks: newestFirst(await deps.store.surveillancesOf([number])) };
}

function newestFirst(tasks: readonly Surveillance[]): readonly Surveillance[] {
  return tasks.toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
}
