import { systemActor } from '../common/actor.ts';
import type { Deps } from '../ports/ports.ts';
import { registerKeys } from './registerKeys.ts';

/** Makes a new key that signs from now on, and publishes it; what older keys signed goes on verifying. Gives its id. */
export async function rotateKey(deps: Pick<Deps, 'store' | 'issuing' | 'clock' | 'ids'>): Promise<string> {
  await deps.issuing.makeKey();
  // A folder that was lost and begun anew gives its keys names that are published for others.
  while (await isNamedLikeAnother(deps)) await deps.issuing.makeKey();
  await registerKeys(deps);
  const { credential } = await deps.issuing.keys();
  await deps.store.note({
    id: deps.ids.next(),
    stream: 'issuer/keys',
    at: deps.clock.now().toISOString(),
    actor: systemActor,
    facts: ['issuer.keyAdded'],
    data: { ...credential },
  });
  return credential.id;
}

async function isNamedLikeAnother({ store, issuing }: Pick<Deps, 'store' | 'issuing'>): Promise<boolean> {
  const { credential } = await issuing.keys();
  const published = await store.issuerKeys();
  return published.some(({ id, multibase }) => id === credential.id && multibase !== credential.multibase);
}
