import { requireVisible } from '../../common/requireVisible.ts';
import { traceOf } from '../../common/traceOf.ts';
import type { Evidence } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { listEvidence } from './listEvidence.ts';

/** A file with its bytes, for whoever may read it; that it was read is in the journal before they are given. */
export async function readEvidence(
  deps: Deps,
  asker: Asker,
  evidenceId: string,
): Promise<{ readonly evidence: Evidence; readonly bytes: Buffer }> {
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
