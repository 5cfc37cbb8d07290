import { belongsTo } from '../../../policies/organisation.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { traceOf } from '../../common/traceOf.ts';
import { frozenFile } from '../../file/frozenFile.ts';
import { heardFiles } from '../../file/namedFiles.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { mayReadEvidence } from '../evidence/mayReadEvidence.ts';

/**
 * The files of an application, the first one first: all of them for the people of its organisation; for the staff who work on it
 * those of the frozen file, those that a correction or a condition names, and those of its label's hearing; for whoever judges an
 * appeal or a withdrawal those that are named in it; to anyone else there is no such application.
 */
export async function listEvidence(deps: Deps, asker: Asker, applicationId: string) {
  const application = requireVisible(await deps.store.application(applicationId));
  const all = await deps.store.evidenceOf(application.id);
  if (belongsTo(asker, application.context.organisationId)) return all;
  requireVisible(application.context.snapshots > 0);
  const file = await frozenFile(deps, application.id);
  const heard = await heardFiles(deps, asker, file);
  if (!mayReadEvidence(asker, application, file.reviews)) {
    requireVisible(heard.length > 0);
    return all.filter(({ id }) => heard.includes(id));
  }
  const followed = [
    ...(await deps.store.findingsOf(application.id)),
    ...(await deps.store.conditionsOn(application.id)),
  ];
  const named = [...heard, ...followed.flatMap(({ words }) => words.flatMap(({ documents }) => documents))];
  const frozen = file.evidence.map(({ id }) => id);
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
