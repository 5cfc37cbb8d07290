import type { TrustedKeys } from '../../commands/verify/trust.ts';
import { RepeatedName, readJson } from '../../readJson.ts';
import type { CredentialRead } from '../../register/fileReading.ts';
import { signedCredentialShape } from '../credential/credentialShape.ts';
import { verifyCredential } from '../credential/verifyCredential.ts';
import { readClaim } from './readClaim.ts';
import { readLogged } from './readLogged.ts';
import { readStatus } from './readStatus.ts';

/** Reads a credential as it stands in a file, and checks all of it that needs no register. */
export async function readCredential(
  text: string,
  keys: Pick<TrustedKeys, 'did' | 'statusLists' | 'log'>,
): Promise<CredentialRead> {
  let value: unknown;
  try {
    value = readJson(text);
  } catch (error) {
    return noCredential(error instanceof RepeatedName ? 'repeatedName' : 'shape');
  }
  const shaped = signedCredentialShape.safeParse(value);
  const claim = shaped.success ? readClaim(shaped.data) : null;
  if (!shaped.success || !claim) return noCredential('shape');
  const flaw = await verifyCredential(value, keys.did);
  const logged = readLogged(shaped.data, keys, new Date());
  return { flaw, claim, logged, ...(await readStatus(shaped.data, keys)) };
}

/** What claims to be a credential and cannot be read. */
export function noCredential(flaw: 'shape' | 'twice' | 'repeatedName'): CredentialRead {
  return { flaw, claim: null, status: 'missing' };
}
