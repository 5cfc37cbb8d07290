import { createHash } from 'node:crypto';
import type { MadeFile, RevisionPaper } from '../../commands/ports/issuingPorts.ts';
import type { TokenKey } from '../credential/tokenKey.ts';
import { buildConformity } from './buildConformity.ts';
import { signConformity } from './conformityToken.ts';

/** The conformity credential of a revision, which names the sealed certificate by its digest. */
export async function makeConformity(
  paper: Omit<RevisionPaper, 'certificate'>,
  sealed: Buffer,
  key: TokenKey,
): Promise<MadeFile> {
  const digest = createHash('sha256').update(sealed).digest('hex');
  const token = await signConformity(buildConformity(paper, digest), key);
  return { kind: 'conformity', bytes: Buffer.from(token), contentType: 'application/vc+jwt' };
}
