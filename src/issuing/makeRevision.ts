import type { MadeFile, RevisionPaper } from '../commands/ports/issuingPorts.ts';
import { activeWords } from '../register/publicStatus.ts';
import { makeBadges } from './badge/makeBadges.ts';
import { makeCertificate } from './certificate/certificate.ts';
import { certificateWords } from './certificate/certificateWords.ts';
import { buildCredential } from './credential/buildCredential.ts';
import { signCredential } from './credential/signCredential.ts';
import type { Issuer } from './keys/openIssuer.ts';
import { stampUntil } from './seal/longTerm/stampUntil.ts';
import { sealedAt, sealPdf } from './seal/sealPdf.ts';
import { makeSigns } from './signage/makeSigns.ts';

/**
 * Makes what one revision of a label is shown with: forms of one truth, and what carries them. The conformity credential names the sealed
 * certificate and is entered in the public log before it is made: it follows on its own.
 */
export async function makeRevision(
  issuer: Omit<Issuer, 'tokenKey'>,
  paper: RevisionPaper,
): Promise<readonly MadeFile[]> {
  const { certificate } = paper;
  const { did, key, sealer } = issuer;
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
    ...(await makeBadges(badge, credential.toString(), createdAt)),
    // The credential repeats the salt of its entry in the log, so nobody makes this signature again from public data.
    ...(await makeSigns(certificate, signed.proof[0].proofValue)),
  ];
}
