import { sightOfAppeal } from '../../policies/appeal.ts';
import { belongsTo } from '../../policies/organisation.ts';
import { found } from '../found.ts';
import type { Application, Evidence } from '../items.ts';
import type { Asker, Deps } from '../ports.ts';
import { frozenFile } from '../screening/frozenFile.ts';
import { mayReadEvidence } from './mayReadEvidence.ts';

/**
 * The files of an application, the first one first: all of them for the people of its organisation, those of the frozen file
 * for the staff who have it before them; to anyone else there is no such application.
 */
export async function listEvidence(
  deps: Deps,
  asker: Asker,
  applicationId: string,
): Promise<readonly Evidence[]> {
  const application = found(await deps.store.application(applicationId));
  if (belongsTo(asker, application.context.organisationId)) return deps.store.evidenceOf(application.id);
  found(application.context.snapshots > 0 || null);
  const file = await frozenFile(deps, application.id);
  found(mayReadEvidence(asker, application, file.reviews) || null);
  if (sightOfAppeal(asker, file, 'lodged') !== 'whole') return file.evidence;
  return [...file.evidence, ...(await namedBeside(deps, application, file.evidence))];
}

/** What an appeal under way names of the library that came after the file was frozen. */
async function namedBeside(
  { store }: Deps,
  { id, state }: Application,
  frozen: readonly Evidence[],
): Promise<Evidence[]> {
  if (state !== 'appealed') return [];
  const [appeal] = await store.appealsOf(id);
  const known = frozen.map((file) => file.id);
  const all = await store.evidenceOf(id);
  return all.filter((file) => appeal?.documents.includes(file.id) && !known.includes(file.id));
}
