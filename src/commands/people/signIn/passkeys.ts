import { LabelError, refuseFor } from '../../../errors.ts';
import { administratorsOwn } from '../../common/administratorsOwn.ts';
import { noteOn } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { AccessDeps } from '../../ports/accessPorts.ts';
import type { Asker } from '../../ports/ports.ts';
import { noteOnPerson } from '../accounts/noteOnPerson.ts';
import type { EndingDeps } from '../accounts/ownAccount.ts';

/** What a browser gave, unread, and what it was asked. */
interface Answer {
  readonly response: unknown;
  readonly challenge: string;
}

/** Adds a passkey that the asker's device made for this challenge; `passkeyRefused` when anything of it does not hold. */
export async function addPasskey(
  deps: AccessDeps,
  asker: Asker,
  { response, challenge, device }: Answer & { readonly device: string },
): Promise<void> {
  const made = await deps.access.ceremony.verifyRegistration(response, challenge);
  if (!made) throw new LabelError('passkeyRefused');
  const createdAt = deps.clock.now().toISOString();
  const passkey = { ...made, personId: asker.id, createdAt, usedAt: null, device };
  if (!(await deps.access.passkeys.add(passkey))) throw new LabelError('passkeyRefused');
  await noteOnPerson(deps, asker.id, { facts: ['person.passkeyAdded'], data: { device } }, asker.request);
}

/** Takes one of the asker's own passkeys away; `notFound` for any other. */
export async function removePasskey(deps: AccessDeps, asker: Asker, { passkeyId }: { passkeyId: string }) {
  const removed = await deps.access.passkeys.remove(asker.id, passkeyId);
  if (!removed) throw new LabelError('notFound');
  await noteOnPerson(deps, asker.id, { facts: ['person.passkeyRemoved'] }, asker.request);
}

/** Removes every passkey of a person whose device is lost, and ends their sessions; they sign in by letter again. */
export async function resetPasskeys(
  deps: AccessDeps & EndingDeps,
  asker: Asker,
  { personId }: { readonly personId: string },
): Promise<void> {
  const { eventMeta, self } = await administratorsOwn(deps, asker);
  // Their own are on their own page, where each has its name.
  refuseFor({ ownPasskeys: personId === self.id });
  requireVisible(await deps.store.person(personId));
  const { passkeys } = deps.access;
  for (const { id } of await passkeys.of(personId)) await passkeys.remove(personId, id);
  await retryOnConflict(async () => {
    const person = requireVisible(await deps.store.person(personId));
    const line = { ...eventMeta, facts: ['person.passkeysReset'] } as const;
    await deps.store.commit([noteOn(deps, 'people', person, line)]);
  });
  await deps.sessions.endAll(personId);
}

/** The person whose passkey answered, or `passkeyRefused`; a counter that did not move forward is noted, as a copy of the key may exist. */
export async function signInByPasskey(deps: AccessDeps, input: Answer & { readonly request?: string }) {
  const { passkeys, ceremony } = deps.access;
  const passkey = await passkeys.find(idIn(input.response));
  const counter = passkey && (await ceremony.verifySignIn(input.response, input.challenge, passkey));
  const person = passkey && (await deps.store.person(passkey.personId));
  if (passkey === null || counter === null || !person || person.removedAt !== null) {
    throw new LabelError('passkeyRefused');
  }
  const { device } = passkey;
  if (!(await passkeys.use(passkey.id, counter, deps.clock.now().toISOString()))) {
    const line = { facts: ['person.passkeyRefused'], data: { device, why: 'counter' } } as const;
    await noteOnPerson(deps, person.id, line, input.request);
    throw new LabelError('passkeyRefused');
  }
  const line = { facts: ['person.signedIn'], data: { how: 'passkey', device } } as const;
  await noteOnPerson(deps, person.id, line, input.request);
  return person;
}

function idIn(response: unknown): string {
  const id = typeof response === 'object' && response !== null && 'id' in response ? response.id : '';
  return typeof id === 'string' ? id.slice(0, 1400) : '';
}
