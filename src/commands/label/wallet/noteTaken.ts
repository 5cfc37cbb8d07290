import type { Entry } from '../../../register/entry.ts';
import { actorTowards } from '../../common/actor.ts';
import { noteBeside } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Deps } from '../../ports/ports.ts';
import type { WalletCredential, WalletOffer } from '../../ports/wallet/walletPorts.ts';

interface Taking {
  readonly id: string;
  readonly credential: WalletCredential;
}

/**
 * Writes into the journal of a label that a credential of it goes into a wallet, in the name of who offered it. With the same id it is
 * written once, however often it is tried.
 */
export async function noteTaken(
  deps: Pick<Deps, 'store' | 'clock' | 'ids'>,
  { number, organisation }: Entry,
  { id, by, credential }: Pick<WalletOffer, 'by'> & Taking,
): Promise<void> {
  const { clock } = deps;
  // A wallet is nobody, who sees no label: its line is the offering person's.
  const store = deps.store.seenBy({ only: [organisation.id] });
  await retryOnConflict(async () => {
    const [label, person] = await Promise.all([store.label(number), store.person(by)]);
    const actor = actorTowards(requireVisible(person), organisation.id);
    const line = {
      at: clock.now().toISOString(),
      actor,
      facts: ['label.walletTaken'],
      data: { credential },
    } as const;
    const note = noteBeside(deps, 'labels', requireVisible(label), line);
    await store.commit([{ ...note, record: { ...note.record, id } }]);
  });
}
