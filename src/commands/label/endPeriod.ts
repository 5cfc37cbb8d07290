import type { FileActor } from '../common/actor.ts';
import { applyToLabel } from '../common/applyEvent.ts';
import type { Label } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';
import { labelRow } from './labelEntry.ts';

/** Files that may still become the label that follows. */
const over = ['draft', 'granted', 'closed', 'withdrawn', 'lapsed'];

/** After its last day a label expires, or is extended while a renewal that was sent is being looked at. */
export async function endPeriod(
  deps: Deps,
  label: Label,
  said: { readonly at: string; readonly actor: FileActor },
): Promise<void> {
  const files = await deps.store.applicationsOf([label.context.organisationId]);
  const renewalFiled = files.some(
    ({ state, context }) => context.kind === 'renewal' && !over.includes(state),
  );
  const event = { type: 'periodEnded', renewalFiled, ...said } as const;
  const change = applyToLabel(label, event, { id: deps.ids.next() });
  await deps.store.commit({ changes: [change], parts: await labelRow(deps, change.after, said.at) });
}
