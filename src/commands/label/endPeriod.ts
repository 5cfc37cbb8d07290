import type { EventMeta } from '../common/actor.ts';
import { applyToLabel } from '../common/applyEvent.ts';
import type { Label } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';
import { labelRow } from './labelEntry.ts';

/** Files that may still become the label that follows. */
const over = ['draft', 'granted', 'closed', 'withdrawn', 'lapsed'];

/** After its last day a label expires, or is extended while a renewal that was sent is being looked at. */
export async function endPeriod(deps: Deps, label: Label, eventMeta: EventMeta): Promise<void> {
  const files = await deps.store.applicationsOf([label.context.organisationId]);
  const renewalFiled = files.some(
    ({ state, context }) => context.kind === 'renewal' && !over.includes(state),
  );
  const change = applyToLabel(deps, label, { type: 'periodEnded', renewalFiled, ...eventMeta });
  await deps.store.commit([change], await labelRow(deps, change.after, eventMeta.at));
}
