import { sightOfAppeal } from '../../../policies/appeal.ts';
import { belongsTo } from '../../../policies/organisation.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { traceOf } from '../../common/traceOf.ts';
import { type FrozenFile, frozenFile } from '../../file/frozenFile.ts';
import type { Application } from '../../items/items.ts';
import type { Asker, Deps, Store } from '../../ports/ports.ts';
import { mayReadEvidence } from '../evidence/mayReadEvidence.ts';

/**
 * The files of an application, the first one first: all of them for the people of its organisation; for the staff who have it
 * before them those of the frozen file, and those that a correction or an appeal names; to anyone else there is no such application.
 */
export async function listEvidence(deps: Deps, asker: Asker, applicationId: string) {
  const application = requireVisible(await deps.store.application(applicationId));
  if (belongsTo(asker, application.context.organisationId)) return deps.store.evidenceOf(application.id);
  requireVisible(application.context.snapshots > 0);
  const file = await frozenFile(deps, application.id);
  requireVisible(mayReadEvidence(asker, application, file.reviews));
  const { store } = deps;
  const named = [
    ...(await provingCorrections(store, application)),
    ...(await namedInAppeal(deps, asker, file)),
  ];
  const later = named.filter((id) => !file.evidence.some((one) => one.id === id));
  if (later.length === 0) return file.evidence;
  const all = await store.evidenceOf(application.id);
  return [...file.evidence, ...all.filter(({ id }) => later.includes(id))];
}

/** What the applicant named to prove a correction. */
async function provingCorrections({ findingsOf }: Store, { id }: Application): Promise<readonly string[]> {
  const findings = await findingsOf(id);
  return findings.flatMap(({ words }) => words.flatMap(({ documents }) => documents));
}

/** What an appeal under way names, for those who may read it. */
async function namedInAppeal({ store }: Pick<Deps, 'store'>, asker: Asker, file: FrozenFile) {
  if (file.application.state !== 'appealed' || sightOfAppeal(asker, file, 'lodged') !== 'whole') return [];
  const [appeal] = await store.appealsOf(file.application.id);
  return appeal?.documents ?? [];
}

/** A file with its bytes, for whoever may read it; that it was read is in the journal before they are given. */
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
