import { addDays, type Day, dayOf } from '../../register/day.ts';
import type { LabelState } from '../../register/entry.ts';
import { bundleDays } from '../../register/trust/bundleSignature.ts';
import { requireVisible } from '../common/requireVisible.ts';
import type { Deps } from '../ports/ports.ts';

const suspending: readonly LabelState[] = ['suspended', 'withdrawalPending'];
/** States whose certificates nobody may rely on; one that ran out says so by its dates. */
const revoking: readonly LabelState[] = [...suspending, 'withdrawn', 'terminated', 'superseded'];

/** Whether the list of suspensions names a label in a state. */
export function isSuspended(state: LabelState | undefined): boolean {
  return suspending.some((one) => one === state);
}

/**
 * Marks every revision of a label as it stands: revoked forever once it was replaced or the label suspended or ended, because
 * many verifiers know no other word (docs/design/issuing.md#suspension-and-withdrawal). One that is being made is not marked: it
 * will be what a restored label is shown with. Gives the lists that this concerns.
 */
export async function markStatus({ store }: Pick<Deps, 'store'>, number: string): Promise<readonly number[]> {
  const label = requireVisible(await store.label(number));
  const { state, context } = label;
  const marks = (await store.statusMarks(number)).filter(({ revision }) => revision <= context.revision);
  for (const { revision, revoked } of marks) {
    await store.markStatus(number, {
      revision,
      revoked: revoked || revision < context.revision || revoking.includes(state),
      suspended: revision === context.revision && isSuspended(state),
    });
  }
  const now = requireVisible(await store.label(number));
  // Another worker may have marked how it stands now before this one was done.
  if (now.revision !== label.revision) return markStatus({ store }, number);
  return [...new Set(marks.map(({ list }) => list))];
}

/** Signs and publishes the lists of a number, of each purpose and as a token; of two workers at once, the second reads the marks again, so that nothing older is published. */
export async function publishStatusLists(
  { store, issuing, clock, publicUrl }: Pick<Deps, 'store' | 'issuing' | 'clock' | 'publicUrl'>,
  list: number,
): Promise<void> {
  for (const purpose of ['revocation', 'suspension'] as const) {
    for (let isSaved = false; !isSaved; ) {
      const before = await store.statusList(purpose, list);
      const bits = await store.statusBits(purpose, list);
      const at = clock.now().toISOString();
      const credential = await issuing.statusList({ purpose, list, bits, at, publicUrl });
      const version = (before?.version ?? 0) + 1;
      isSaved = await store.saveStatusList({ purpose, list, version, credential, at });
    }
  }
  for (let isSaved = false; !isSaved; ) {
    const before = await store.statusList('token', list);
    const revoked = await store.statusBits('revocation', list);
    const suspended = await store.statusBits('suspension', list);
    const at = clock.now().toISOString();
    const credential = await issuing.tokenStatusList({ list, revoked, suspended, at, publicUrl });
    // Without a key for tokens nothing was issued that names this list.
    if (credential === null) return;
    const version = (before?.version ?? 0) + 1;
    isSaved = await store.saveStatusList({ purpose: 'token', list, version, credential, at });
  }
}

/** Signs anew the lists that may end before a trust bundle of today does; gives how many numbers of lists. */
export async function renewStatusLists(
  deps: Pick<Deps, 'store' | 'issuing' | 'clock' | 'publicUrl'>,
  now: Date,
): Promise<number> {
  const last = addDays(dayOf(now.toISOString()), bundleDays);
  const due = (await deps.store.statusLists()).filter(({ credential }) => !holdsBeyond(credential, last));
  const lists = new Set(due.map(({ list }) => list));
  for (const list of lists) await publishStatusLists(deps, list);
  return lists.size;
}

/** One that was signed before lists said until when they hold does not. */
function holdsBeyond(credential: string, day: Day): boolean {
  const { validUntil } = JSON.parse(credential) as { readonly validUntil?: string };
  return validUntil !== undefined && dayOf(validUntil) > day;
}
