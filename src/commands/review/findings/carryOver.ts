import { systemActor } from '../../common/actor.ts';
import { applyToFinding } from '../../common/applyEvent.ts';
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
  return findings.filter(isOpen).map((finding) => applyToFinding(finding, event, { id: deps.ids.next() }));
}
