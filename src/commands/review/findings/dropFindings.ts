import { systemActor } from '../../common/actor.ts';
import { applyToFinding } from '../../common/applyEvent.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Deps } from '../../ports/ports.ts';
import { isOpen } from './openFindings.ts';

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
      .map((finding) => applyToFinding(finding, event, { id: deps.ids.next() }));
    if (changes.length > 0) await deps.store.commit({ changes });
  });
}
