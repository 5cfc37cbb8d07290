import { refuseFor } from '../../../errors.ts';
import { isOver } from '../../../policies/stages.ts';
import { type EventMeta, systemActor } from '../../common/actor.ts';
import { applyToFinding } from '../../common/applyEvent.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Finding } from '../../items/decidingItems.ts';
import type { Change, Deps } from '../../ports/ports.ts';
import { isOpen } from './openFindings.ts';

/** What is still open of a file goes on under its label, for the commit that grants it. */
export async function carryOver(
  deps: Pick<Deps, 'store' | 'ids'>,
  file: { readonly applicationId: string; readonly labelNumber: string; readonly at: string },
): Promise<Change[]> {
  const { applicationId, labelNumber, at } = file;
  const findings = await deps.store.findingsOf(applicationId);
  const event = { type: 'carryOver', at, actor: systemActor, labelNumber } as const;
  return findings.filter(isOpen).map((finding) => applyToFinding(deps, finding, event));
}

/** Lets go what was open of a file when it ended or began anew. Twice is once: what was raised since stays. */
export async function dropFindings(
  deps: Pick<Deps, 'store' | 'clock' | 'ids'>,
  file: { readonly applicationId: string; readonly endedAt: string },
): Promise<void> {
  await retryOnConflict(async () => {
    const findings = await deps.store.findingsOf(file.applicationId);
    const event = { type: 'drop', at: deps.clock.now().toISOString(), actor: systemActor } as const;
    const changes = findings
      .filter((finding) => isOpen(finding) && finding.raisedAt <= file.endedAt)
      .map((finding) => applyToFinding(deps, finding, event));
    if (changes.length > 0) await deps.store.commit(changes);
  });
}

/**
 * A finding whose day is over goes to the officers. Not a major one of a file that is being corrected, which waits as long as
 * its file does, because a further round gives more time to both; nor one of a file that is over.
 */
export async function escalateFinding(
  deps: Pick<Deps, 'store' | 'ids'>,
  finding: Finding,
  eventMeta: EventMeta,
): Promise<void> {
  const { applicationId, grade, labelNumber } = finding.context;
  const { state } = requireVisible(await deps.store.application(applicationId));
  const corrected = grade === 'major' && (state === 'correction' || state === 'verification');
  refuseFor({ deadlineOver: labelNumber === null && (corrected || isOver({ state })) });
  const change = applyToFinding(deps, finding, { type: 'deadlinePassed', ...eventMeta });
  await deps.store.commit([change]);
}
