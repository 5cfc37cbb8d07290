import type { LabelState } from '../../register/entry.ts';
import type { Label } from '../items/items.ts';
import type { StatusPurpose } from '../ports/issuingPorts.ts';
import type { Deps } from '../ports/ports.ts';

/** States whose certificates nobody may rely on; one that ran out says so by its dates. */
const revoking: readonly LabelState[] = [
  'suspended',
  'withdrawalPending',
  'withdrawn',
  'terminated',
  'superseded',
];
const suspending: readonly LabelState[] = ['suspended', 'withdrawalPending'];

/**
 * Marks every revision of a label as it stands: revoked forever once it was replaced or the label suspended or ended, because
 * many verifiers know no other word (docs/design/issuing.md#suspension-and-withdrawal). Gives the lists that this concerns.
 */
export async function markStatus(
  { store }: Pick<Deps, 'store'>,
  { id, state, context }: Pick<Label, 'id' | 'state' | 'context'>,
): Promise<readonly number[]> {
  const marks = await store.statusMarks(id);
  for (const { revision, revoked } of marks) {
    await store.markStatus(id, {
      revision,
      revoked: revoked || revision < context.revision || revoking.includes(state),
      suspended: revision === context.revision && suspending.includes(state),
    });
  }
  return [...new Set(marks.map(({ list }) => list))];
}

/**
 * Signs and publishes the lists of both purposes of a number as the marks stand now. Of two workers at once, whoever comes second looks
 * at the marks again: what is published is never older than what it replaces.
 */
export async function publishStatusLists(
  deps: Pick<Deps, 'store' | 'issuing' | 'clock' | 'publicUrl'>,
  list: number,
): Promise<void> {
  for (const purpose of ['revocation', 'suspension'] as const) {
    while (!(await publish(deps, purpose, list)));
  }
}

async function publish(
  { store, issuing, clock, publicUrl }: Pick<Deps, 'store' | 'issuing' | 'clock' | 'publicUrl'>,
  purpose: StatusPurpose,
  list: number,
): Promise<boolean> {
  const before = await store.statusList(purpose, list);
  const bits = await store.statusBits(purpose, list);
  const at = clock.now().toISOString();
  const credential = await issuing.statusList({ purpose, list, bits, at, publicUrl });
  const version = (before?.version ?? 0) + 1;
  return store.saveStatusList({ purpose, list, version, credential, at });
}
