import { LabelError } from '../../../errors.ts';
import type { Person } from '../../items/items.ts';
import type { AccessDeps, ProvidedIdentity } from '../../ports/accessPorts.ts';
import { noteOnPerson } from '../accounts/noteOnPerson.ts';

interface Input {
  readonly identity: ProvidedIdentity;
  readonly request?: string;
}

/** The member of staff that a provider vouches for, by linked identity or, the first time, by verified address; others get `providerRefused`. */
export async function signInByProvider(deps: AccessDeps, { identity, request }: Input): Promise<Person> {
  const linked = await deps.access.providerLinks.personId(identity.issuer, identity.subject);
  const person = linked ? await deps.store.person(linked) : await byAddress(deps, identity);
  if (!person || person.removedAt !== null || person.roles.length === 0) {
    throw new LabelError('providerRefused');
  }
  if (!linked) await link(deps, identity, person, request);
  const line = { facts: ['person.signedIn'], data: { how: 'oidc', issuer: identity.issuer } } as const;
  await noteOnPerson(deps, person.id, line, request);
  return person;
}

async function byAddress({ store }: AccessDeps, { verifiedEmail }: ProvidedIdentity): Promise<Person | null> {
  return verifiedEmail === '' ? null : store.personByEmail(verifiedEmail);
}

/** An address that went to someone else at the provider lets nobody in: its person has another identity there already. */
async function link(deps: AccessDeps, identity: ProvidedIdentity, { id }: Person, request?: string) {
  const linked = await deps.access.providerLinks.link(identity, id, deps.clock.now().toISOString());
  if (!linked) throw new LabelError('providerRefused');
  const line = { facts: ['person.identityLinked'], data: { issuer: identity.issuer } } as const;
  await noteOnPerson(deps, id, line, request);
}
