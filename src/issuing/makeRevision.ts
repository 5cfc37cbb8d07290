import { createHash } from 'node:crypto';
import type { MadeFile, RevisionPaper } from '../commands/ports/issuingPorts.ts';
import { activeWords } from '../register/publicStatus.ts';
import { makeBadges } from './badge/makeBadges.ts';
import { makeCertificate } from './certificate/certificate.ts';
import { certificateWords } from './certificate/certificateWords.ts';
import { makeConformity } from './conformity/makeConformity.ts';
import { buildCredential } from './credential/buildCredential.ts';
import { signCredential } from './credential/signCredential.ts';
import type { Issuer } from './keys/openIssuer.ts';
import { stampUntil } from './seal/longTerm/stampUntil.ts';
import { sealedAt, sealPdf } from './seal/sealPdf.ts';
import { makeSigns } from './signage/makeSigns.ts';

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/**
 * Makes everything that one revision of a label is shown with: four forms of one truth, and what carries them. Without a key for tokens
 * there is no conformity credential.
 */
export async function makeRevision(issuer: Issuer, paper: RevisionPaper): Promise<readonly MadeFile[]> {
  const { certificate } = paper;
  const { did, key, tokenKey, sealer } = issuer;
  const { number, standing, until, address, language, specimen, createdAt } = certificate;
  const signed = await signCredential(buildCredential(paper.credential, paper.log), key, did, createdAt);
  const credential = Buffer.from(JSON.stringify(signed));
  const seal = {
    name: certificateWords[language].signatory,
    at: sealedAt(sealer, createdAt),
    timestamped: sealer.timestamp !== undefined,
  };
  const drawn = await makeCertificate(certificate, { credential, seal });
  const sealed = await sealPdf(drawn, sealer);
  const stamped = stampUntil(sealed);
  const status = activeWords[standing];
  const badge = { number, status, language, until, address, form: 'large', specimen } as const;
  return [
    {
      kind: 'certificate',
      bytes: sealed,
      contentType: 'application/pdf',
      ...(stamped && { stampUntil: stamped }),
    },
    { kind: 'credential', bytes: credential, contentType: 'application/ld+json' },
    ...(tokenKey ? [await makeConformity(paper, digestOf(sealed), tokenKey)] : []),
    ...(await makeBadges(badge, credential.toString(), createdAt)),
    ...(await makeSigns(certificate)),
  ];
}
