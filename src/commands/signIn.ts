import { LabelError } from '../errors.ts';
import type { Person } from './items.ts';
import type { Deps } from './ports.ts';
import { hashOfCode, type SignInInput } from './requestSignInCode.ts';

/** The person whom a code lets in, made at the first sign-in; `codeRefused` when it is wrong, used or late. */
export async function signIn(deps: Deps, input: SignInInput): Promise<Person> {
  const at = deps.clock.now().toISOString();
  const taken = await deps.store.takeSignInCode(input.email, hashOfCode(input.email, input.code), at);
  if (!taken) throw new LabelError('codeRefused');
  const known = await deps.store.personByEmail(input.email);
  if (known) return known;
  const person: Person = {
    id: deps.ids.next(),
    email: input.email,
    name: '',
    language: input.language,
    roles: [],
    memberships: [],
  };
  await deps.store.savePerson(person);
  return person;
}
