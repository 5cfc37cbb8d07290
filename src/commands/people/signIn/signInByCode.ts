import { LabelError } from '../../../errors.ts';
import type { Person } from '../../items/items.ts';
import type { AccessDeps } from '../../ports/accessPorts.ts';
import { digestOfSecret } from './digestOfSecret.ts';
import { type SignInPlace, signIn } from './signIn.ts';

/** Then the request is void: five tries guess one of a million codes once in two hundred thousand requests. */
const maxTries = 5;

interface Input extends SignInPlace {
  readonly requestId: string;
  readonly browser: string;
  readonly code: string;
}

/** The person whom a code lets in; `codeRefused` when it is wrong, `codeSpent` when it is used, late or tried too often. */
export async function signInByCode(deps: AccessDeps, input: Input): Promise<Person> {
  const at = deps.clock.now().toISOString();
  const { signIns, codes } = deps.access;
  const request = await signIns.tryCode(input.requestId, digestOfSecret(input.browser), at, maxTries);
  if (!request) throw new LabelError('codeSpent');
  if (!(await codes.matches(request.codeHash, input.code))) throw new LabelError('codeRefused');
  return signIn(deps, request, input);
}
