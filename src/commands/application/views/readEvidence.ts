import { sightOfAppeal } from '../../../policies/appeal.ts';
import { belongsTo } from '../../../policies/organisation.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { traceOf } from '../../common/traceOf.ts';
import { frozenFile } from '../../file/frozenFile.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { mayReadEvidence } from '../evidence/mayReadEvidence.ts';

/**
 * The files of an application, the first one first: all of them for the people of its organisation; for the staff who work on it
 * those of the frozen file, and those that a correction, a condition or an appeal names; to anyone else there is no such application.
 */
export async function listEvidence(deps: Deps, asker: Asker, applicationId: string) {
  const application = requireVisible(await deps.store.application(applicationId));
  if (belongsTo(asker, application.context.organisationId)) return deps.store.evidenceOf(application.id);
  requireVisible(application.context.snapshots > 0);
  const file = await frozenFile(deps, application.id);
  requireVisible(mayReadEvidence(asker, application, file.reviews));
  const followed = [
    ...(await deps.store.findingsOf(application.id)),
    ...(await deps.store.conditionsOn(application.id)),
  ];
  const proofs = followed.flatMap(({ words }) => words.flatMap(({ documents }) => documents));
  const mayReadAppeal = application.state === 'appealed' && sightOfAppeal(asker, file, 'lodged') === 'whole';
  const [appeal] = mayReadAppeal ? await deps.store.appealsOf(application.id) : [];
  const named = [...proofs, ...(appeal?.documents ?? [])];
  const frozen = file.evidence.map(({ id }) => id);
  const all = await deps.store.evidenceOf(application.id);
  return [...file.evidence, ...all.filter(({ id }) => named.includes(id) && !frozen.includes(id))];
}

/** A file with its bytes, for whoever may read it. The reading is noted in the journal first. */
export async function readEvidence(deps: Deps, asker: Asker, evidenceId: string) {
  const evidence = requireVisible(await deps.store.evidence(evidenceId));
  const { applicationId, organisationId, digest } = evidence;
  requireVisible((await listEvidence(deps, asker, applicationId)).find(({ id }) => id === evidenceId));
  const file = await deps.files.read(digest);
  if (!file) throw new Error(`the bytes of evidence ${evidenceId} are gone`);
  await deps.store.note({
    ...traceOf(deps, asker, organisationId),
    stream: `evidence/${applicationId}`,
    facts: ['evidence.read'],
    data: { evidenceId, digest },
  });
  return { evidence, bytes: file.bytes };
}
