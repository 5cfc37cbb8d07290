import type { MadeFile, SaltedProof } from '../../commands/ports/issuingPorts.ts';
import { carriedProof } from '../../transparency/write/carriedProof.ts';
import type { TokenKey } from '../credential/tokenKey.ts';
import type { Conformity } from './conformityShape.ts';
import { signConformity } from './conformityToken.ts';

/** The file of a conformity credential, which carries the proof of its entry in the public log. */
export async function makeConformity(
  conformity: Conformity,
  key: TokenKey,
  { salt, log: { proof, entry, statement } }: SaltedProof,
): Promise<MadeFile> {
  const logged = { salt, proof: carriedProof(proof, entry, statement ?? '') };
  const token = await signConformity(conformity, key, logged);
  return { kind: 'conformity', bytes: Buffer.from(token), contentType: 'application/vc+jwt' };
}
