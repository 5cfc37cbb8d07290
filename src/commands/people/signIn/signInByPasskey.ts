import { LabelError } from '../../../errors.ts';
import type { Person } from '../../items/items.ts';
import type { AccessDeps } from '../../ports/accessPorts.ts';
import { noteOnPerson } from '../accounts/noteOnPerson.ts';

interface Input {
  /** What the browser gave, unread. */
  readonly response: unknown;
  readonly challenge: string;
  readonly request?: string;
}

/**
 * The person whose passkey answered this challenge; `passkeyRefused` otherwise, and for someone who was removed. A key whose
 * counter did not move forward is refused and noted: a copy of it may be in other hands.
 */
export async function signInByPasskey(deps: AccessDeps, input: Input): Promise<Person> {
  const { passkeys, ceremony } = deps.access;
  const passkey = await passkeys.find(idIn(input.response));
  const counter = passkey && (await ceremony.entered(input.response, input.challenge, passkey));
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
