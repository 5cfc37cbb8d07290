import type { Language } from '../../../criteria/scheme.ts';
import { LabelError } from '../../../errors.ts';
import type { Person } from '../../items/items.ts';
import type { AccessDeps, SignInRequest } from '../../ports/accessPorts.ts';
import { enrolPerson } from '../accounts/enrolPerson.ts';
import { noteOnPerson } from '../accounts/noteOnPerson.ts';

/** Who signs in for the first time gets a person in the language they read; `request` is named in the journal. */
export interface SignInPlace {
  readonly language: Language;
  readonly request?: string;
}

/**
 * Lets in whose letter it was, once, and makes the person at the first time. Someone who was removed hears what a wrong code
 * hears, and their request stays as it was.
 */
export async function signIn(
  deps: AccessDeps,
  { id, email }: SignInRequest,
  { language, request }: SignInPlace,
): Promise<Person> {
  const known = await deps.store.personByEmail(email);
  if (known?.removedAt) throw new LabelError('codeRefused');
  if (!(await deps.access.signIns.take(id))) throw new LabelError('codeSpent');
  const person = known ?? (await firstTime(deps, email, language));
  await noteOnPerson(deps, person.id, { facts: ['person.signedIn'], data: { how: 'code' } }, request);
  return person;
}

/** Two letters to one new address may be used at once: the second finds the person whom the first made. */
async function firstTime(deps: AccessDeps, email: string, language: Language): Promise<Person> {
  try {
    return await enrolPerson(deps, { email, name: '', language, roles: [] });
  } catch (error) {
    const made = error instanceof LabelError && (await deps.store.personByEmail(email));
    if (made) return made;
    throw error;
  }
}
