import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import type { DidDocument } from '../../register/didDocument.ts';
import type { CredentialKey } from './credentialKey.ts';
import { credentialShape, statusListShape } from './credentialShape.ts';
import { offlineLoader } from './offlineLoader.ts';
import { verifySigned } from './verifyCredential.ts';

/** A credential or a status list before it is signed. */
export interface Unsigned {
  readonly validFrom: string;
  readonly type: readonly string[];
}

/**
 * The credential with its proof (eddsa-rdfc-2022), as an array because the Open Badges schema knows no other form. The same
 * input gives the same bytes. Throws before signing where the shape is not the standard's, and after it where the result does not verify.
 */
export async function signCredential<Credential extends Unsigned>(
  unsigned: Credential,
  key: CredentialKey,
  did: DidDocument,
  at: string,
): Promise<Credential & { readonly proof: readonly [{ readonly proofValue: string }] }> {
  const shape = unsigned.type.includes('OpenBadgeCredential') ? credentialShape : statusListShape;
  shape.parse(unsigned);
  const signer = {
    algorithm: 'Ed25519',
    id: key.id,
    sign: ({ data }: { readonly data: Uint8Array }) => key.sign(data),
  } as const;
  const { proof } = await issue({
    // A copy, because the library adds the proof to what it is given.
    credential: structuredClone(unsigned),
    suite: new DataIntegrityProof({ signer, date: at, cryptosuite }),
    documentLoader: offlineLoader(did),
    now: unsigned.validFrom,
  });
  const signed = { ...unsigned, proof: [proof] } as const;
  const flaw = await verifySigned(signed, did);
  if (flaw) throw new Error(`what was signed does not verify: ${flaw}`);
  return signed;
}
