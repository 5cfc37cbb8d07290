import { createHash } from 'node:crypto';
import type { Language } from '../../../criteria/scheme.ts';
import { LabelError } from '../../../errors.ts';
import type { Person } from '../../items/items.ts';
import type { AccessDeps, SignInRequest } from '../../ports/accessPorts.ts';
import { enrolPerson } from '../accounts/enrolPerson.ts';
import { noteOnPerson } from '../accounts/noteOnPerson.ts';

/** Then the request is void: five tries guess one of a million codes once in 200,000 requests. */
const maxTries = 5;

interface Input extends SignInPlace {
  readonly requestId: string;
  readonly browser: string;
  readonly code: string;
}

/** The person who signs in by a code; `codeRefused` when it is wrong, `codeSpent` when it is used, late or tried too often. */
export async function signInByCode(deps: AccessDeps, input: Input): Promise<Person> {
  const at = deps.clock.now().toISOString();
  const { signIns, codes } = deps.access;
  const request = await signIns.tryCode(input.requestId, digestOfSecret(input.browser), at, maxTries);
  if (!request) throw new LabelError('codeSpent');
  if (!(await codes.matches(request.codeHash, input.code))) throw new LabelError('codeRefused');
  return signIn(deps, request, input);
}

interface Link {
  readonly token: string;
  /** Secret of the browser that opened it; empty when it never asked. */
  readonly browser: string;
}

/** The person who signs in by a link, in the browser that requested it: `otherBrowser` elsewhere, `codeSpent` when used or late. */
export async function signInByLink(deps: AccessDeps, input: Link & SignInPlace): Promise<Person> {
  return signIn(deps, await openLink(deps, input), input);
}

/** The request of a link that can still be used here. Looking changes nothing: programs that scan mail open links too. */
export async function openLink(deps: AccessDeps, { token, browser }: Link): Promise<SignInRequest> {
  const at = deps.clock.now().toISOString();
  const request = await deps.access.signIns.byToken(digestOfSecret(token), at);
  if (!request) throw new LabelError('codeSpent');
  if (request.browserHash !== digestOfSecret(browser)) throw new LabelError('otherBrowser');
  return request;
}

/** Who signs in for the first time gets a person in the language they read; `request` is named in the journal. */
interface SignInPlace {
  readonly language: Language;
  readonly request?: string;
}

/** Signs in the owner of the letter, once, and creates the person the first time; a removed person gets the answer of a wrong code. */
async function signIn(deps: AccessDeps, { id, email }: SignInRequest, { language, request }: SignInPlace) {
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

/** What is kept of a secret of 32 random bytes: long enough that a plain sha-256 tells nothing. */
export function digestOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
