import { compactVerify, decodeProtectedHeader } from 'jose';
import * as z from 'zod';
import type { DidDocument } from '../../register/didDocument.ts';
import type { TokenKey } from '../credential/tokenKey.ts';
import type { CredentialFlaw } from '../credential/verifyCredential.ts';
import { type Conformity, conformityShape } from './conformityShape.ts';

/** The type of a credential that is a token (VC JOSE COSE, 3.1.1). */
const typ = 'vc+jwt';

/** Where the header of a token has the proof of its entry in the public log (C2SP tlog-proof), with the salt of what was entered. */
export const proofHeader = 'c2sp.org/tlog-proof@v1';
export const tokenProof = z.object({ proof: z.string(), salt: z.string() });

/** The token of a conformity credential, signed by ES256; throws before signing where the shape is not the standard's. */
export function signConformity(
  conformity: Conformity,
  key: TokenKey,
  logged?: z.infer<typeof tokenProof>,
): Promise<string> {
  return key.sign(typ, conformityShape.parse(conformity), logged && { [proofHeader]: logged });
}

/**
 * What is wrong with the key or the signature of a token; null when both hold. The key is looked up in the issuer's document by the
 * name that the token says, and is one for tokens: a header brings none.
 */
export async function tokenFlaw(token: string, did: DidDocument): Promise<CredentialFlaw | null> {
  try {
    const { kid } = decodeProtectedHeader(token);
    const method = did.verificationMethod.find(({ id }) => id === kid);
    if (method?.type !== 'JsonWebKey' || !did.assertionMethod.includes(method.id)) return 'unknownKey';
    const { protectedHeader } = await compactVerify(token, method.publicKeyJwk, { algorithms: ['ES256'] });
    return protectedHeader.typ === typ ? null : 'shape';
  } catch {
    // Whatever the library objects to: another algorithm, a header that asks for more, or the signature itself.
    return 'signature';
  }
}
