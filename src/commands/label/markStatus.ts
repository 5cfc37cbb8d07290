import type { LabelState } from '../../register/entry.ts';
import type { Label } from '../items/items.ts';
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
 * Marks every revision of a label as it stands: revoked for ever once it was replaced or the label suspended or ended, because
 * many verifiers know no other word (design: issuing.md, Suspension and withdrawal). Gives the lists that this concerns.
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
