import { LabelError } from '../../errors.ts';
import { systemActor } from '../common/actor.ts';
import type { Deps } from '../ports/ports.ts';
import { askRevision } from './askRevision.ts';
import { publishStatusLists } from './publishStatusLists.ts';

/** Labels read at once. */
const batch = 100;

/**
 * Ends the trust in a key that is lost or in wrong hands: nothing it signed verifies any more. The status lists are signed anew, and
 * a new certificate is asked for every label that holds. Gives how many; run again, it goes on where it was cut off.
 */
export async function distrustKey(
  deps: Pick<Deps, 'store' | 'issuing' | 'clock' | 'ids' | 'publicUrl'>,
  id: string,
): Promise<number> {
  const { store, issuing, clock, ids } = deps;
  const key = (await store.issuerKeys()).find((known) => known.id === id);
  if (!key) throw new LabelError('notFound');
  const own = await issuing.keys();
  if (own.credential.id === id) throw new LabelError('refused', { reasons: ['keyInUse'] });
  const at = key.distrustedAt ?? clock.now().toISOString();
  if (key.distrustedAt === null) {
    await store.distrustIssuerKey(id, at);
    const facts = ['issuer.keyDistrusted'] as const;
    await store.note({ id: ids.next(), stream: 'issuer/keys', at, actor: systemActor, facts, data: { id } });
  }
  const lists = new Set((await store.statusLists()).map(({ list }) => list));
  for (const list of lists) await publishStatusLists(deps, list);
  let asked = 0;
  for (let last = ''; ; ) {
    const labels = await store.labelsThatHold(batch, last);
    for (const { id: number, revision } of labels) {
      if (await isAskedSince(deps, number, at)) continue;
      await askRevision(deps, systemActor, { number, revision, cause: 'key' });
      asked += 1;
    }
    const end = labels.at(-1);
    if (!end) return asked;
    last = end.id;
  }
}

/** Whether a label got, or waits for, a certificate that the key did not sign. */
async function isAskedSince({ store }: Pick<Deps, 'store'>, number: string, at: string): Promise<boolean> {
  const records = await store.records(`labels/${number}`);
  return records.some((record) => record.at >= at && record.facts.includes('label.revisionAsked'));
}
