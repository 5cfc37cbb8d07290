import type { MadeFile, RevisionPaper } from '../../commands/ports/issuingPorts.ts';
import type { TokenKey } from '../credential/tokenKey.ts';
import { buildConformity } from './buildConformity.ts';
import { signConformity } from './conformityToken.ts';

/** The conformity credential of a revision, which names the sealed certificate by its digest. */
export async function makeConformity(
  paper: Omit<RevisionPaper, 'certificate'>,
  certificate: string,
  key: TokenKey,
): Promise<MadeFile> {
  const token = await signConformity(buildConformity(paper, certificate), key);
  return { kind: 'conformity', bytes: Buffer.from(token), contentType: 'application/vc+jwt' };
}
