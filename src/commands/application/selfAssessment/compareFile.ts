import { type Compared, differencesOf } from '../../../criteria/differences.ts';
import { ownApplication } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { frozenEvidence } from '../../file/frozenContent.ts';
import type { Snapshot } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** What differs in a file, with both of its states. */
export type ComparedFile = Awaited<ReturnType<typeof compareFile>>;

/**
 * What differs between the nth submission of an application and the one before, or (`n` null) between its working copy and
 * its last submission; for the people of its organisation. A file of which nothing was sent yet is not found.
 */
export async function compareFile(
  deps: Deps,
  asker: Asker,
  { applicationId, n }: { readonly applicationId: string; readonly n: number | null },
) {
  const { id, context } = await ownApplication(deps, asker, applicationId);
  const beforeN = n === null ? context.snapshots : n - 1;
  const before = stateOf(requireVisible(await deps.store.snapshot(id, beforeN)));
  const after =
    n === null ? await copyOf(deps, id) : stateOf(requireVisible(await deps.store.snapshot(id, n)));
  return { before, after, differences: differencesOf(before, after), n, beforeN };
}

function stateOf({ content: { assessment, offers, evidence } }: Snapshot): Compared {
  return { assessment, offers, evidence };
}

async function copyOf(deps: Pick<Deps, 'store'>, applicationId: string): Promise<Compared> {
  const assessment = requireVisible(await deps.store.selfAssessment(applicationId));
  const evidence = frozenEvidence(assessment, await deps.store.evidenceOf(applicationId));
  return { assessment, offers: assessment.offersNamed, evidence };
}
