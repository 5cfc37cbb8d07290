import { refuseFor } from '../../../errors.ts';
import { isOver } from '../../../policies/stages.ts';
import { type EventMeta, systemActor } from '../../common/actor.ts';
import { applyToFinding } from '../../common/applyEvent.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Finding } from '../../items/decidingItems.ts';
import type { Label } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { isOpen } from './openFindings.ts';

type With = Pick<Deps, 'store' | 'clock' | 'ids'>;

/** Carries the open findings of a file over to its label, for the commit that grants it. */
export async function carryOver(deps: With, file: Record<'applicationId' | 'labelNumber' | 'at', string>) {
  const findings = await deps.store.findingsOf(file.applicationId);
  const { at, labelNumber } = file;
  const event = { type: 'carryOver', at, actor: systemActor, labelNumber } as const;
  return findings.filter(isOpen).map((finding) => applyToFinding(deps, finding, event));
}

/** Drops the findings that were open when a file ended or restarted; those raised since stay. Idempotent. */
export async function dropFindings(deps: With, file: Record<'applicationId' | 'endedAt', string>) {
  await retryOnConflict(async () => {
    const findings = await deps.store.findingsOf(file.applicationId);
    const event = { type: 'drop', at: deps.clock.now().toISOString(), actor: systemActor } as const;
    const changes = findings
      .filter((finding) => isOpen(finding) && finding.raisedAt <= file.endedAt)
      .map((finding) => applyToFinding(deps, finding, event));
    if (changes.length > 0) await deps.store.commit(changes);
  });
}

/** Drops what a label still carried on of findings when it ended. Idempotent. */
export async function dropCarriedFindings(deps: With, { id, context: { applicationId } }: Label) {
  await retryOnConflict(async () => {
    const findings = await deps.store.findingsOf(applicationId);
    const event = { type: 'drop', at: deps.clock.now().toISOString(), actor: systemActor } as const;
    const changes = findings
      .filter((finding) => isOpen(finding) && finding.context.labelNumber === id)
      .map((finding) => applyToFinding(deps, finding, event));
    if (changes.length > 0) await deps.store.commit(changes);
  });
}

/**
 * Hands a finding whose deadline passed to the officers. Not a major one of a file that is being corrected, whose deadline is
 * that of the file, which a further round moves; nor one of a file that is over.
 */
export async function escalateFinding(deps: With, finding: Finding, eventMeta: EventMeta): Promise<void> {
  const { applicationId, grade, labelNumber } = finding.context;
  const { state } = requireVisible(await deps.store.application(applicationId));
  const corrected = grade === 'major' && (state === 'correction' || state === 'verification');
  refuseFor({ deadlineOver: labelNumber === null && (corrected || isOver({ state })) });
  await deps.store.commit([applyToFinding(deps, finding, { type: 'deadlinePassed', ...eventMeta })]);
}
