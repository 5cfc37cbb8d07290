import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential as verify } from '@digitalbazaar/vc';
import type { DidDocument } from '../../register/didDocument.ts';
import { type SignedCredential, signedCredentialShape, signedStatusListShape } from './credentialShape.ts';
import { offlineLoader } from './offlineLoader.ts';

/** Why a credential proves nothing: not of the standard's form, of another issuer, by a key not trusted, or changed. */
export type CredentialFlaw = 'shape' | 'otherIssuer' | 'unknownKey' | 'signature';

/**
 * What is wrong with the shape, issuer, key or signature of a credential; null when all of them hold. Period, status and
 * revision are for the caller to judge.
 */
export async function verifyCredential(value: unknown, did: DidDocument): Promise<CredentialFlaw | null> {
  const read = signedCredentialShape.safeParse(value);
  return read.success ? verifySigned(read.data, did) : 'shape';
}

/** The same for a status list. */
export async function verifyStatusList(value: unknown, did: DidDocument): Promise<CredentialFlaw | null> {
  const read = signedStatusListShape.safeParse(value);
  return read.success ? verifySigned(read.data, did) : 'shape';
}

/** The same for what has the right shape. The key is looked up in the issuer's document, whatever its name says of itself. */
export async function verifySigned(
  signed: Pick<SignedCredential, 'validFrom'>,
  did: DidDocument,
): Promise<CredentialFlaw | null> {
  const { issuer, proof } = signed as SignedCredential;
  const method = proof[0].verificationMethod;
  if (issuer.id !== did.id) return 'otherIssuer';
  if (!did.assertionMethod.includes(method)) return 'unknownKey';
  const { verified } = await verify({
    credential: structuredClone(signed),
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: offlineLoader(did),
    // The list is judged where it is kept; the library asks for an answer before it looks at anything.
    checkStatus: async () => ({ verified: true }),
    now: signed.validFrom,
  });
  return verified ? null : 'signature';
}
