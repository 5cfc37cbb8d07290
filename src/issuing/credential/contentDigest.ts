import { digestOf } from '../../register/trust/signedMetadata.ts';
import type { Conformity } from '../conformity/conformityShape.ts';
import type { Credential, SignedCredential } from './credentialShape.ts';

/** What the public log says of a credential: the digest, with a salt, of all that it says beside its signature and its proof of entry. */
export function contentDigest(credential: Credential | SignedCredential | Conformity, salt: string): string {
  if (!('evidence' in credential)) return digestOf({ content: credential, salt });
  const { proof: _, ...content } = { proof: null, ...credential };
  return digestOf({ content: { ...content, evidence: content.evidence.slice(0, 1) }, salt });
}
