import { X509Certificate } from 'node:crypto';
import type { Issuing } from '../../commands/ports/issuingPorts.ts';
import type { Config } from '../../config.ts';
import { readTimeAnchors } from '../../issuing/keys/sealKeys.ts';
import { leadsTo } from '../../issuing/seal/leadsTo.ts';
import { listsOf, respondersOf } from '../../issuing/seal/longTerm/authorityAddresses.ts';
import { collectEvidence } from '../../issuing/seal/longTerm/collectEvidence.ts';
import { fromAuthorities } from '../../issuing/seal/longTerm/getFromAuthority.ts';
import { timestampFrom } from '../../issuing/seal/timestamp.ts';
import { readTimestampToken } from '../../issuing/seal/timestampToken.ts';
import { type Finding, said } from './finding.ts';

const what = 'Time-stamping';

interface Asked {
  readonly config: Pick<Config, 'keysDir'>;
  readonly timestampUrl: string;
  readonly issuing: Pick<Issuing, 'keys'>;
}

/**
 * Whether the time-stamping authority answers with a certificate that chains to `time.pem`, which verifiers of seals receive, and whether authorities say
 * of the certificates of seal and time that they are not revoked: without that, nothing outlives them.
 */
export async function* timeFindings({ config, timestampUrl, issuing }: Asked): AsyncGenerator<Finding> {
  let clock: readonly X509Certificate[] = [];
  try {
    const token = readTimestampToken(await timestampFrom(timestampUrl)(Buffer.alloc(32)));
    const { signedBy, included } = token.message;
    clock = [signedBy, ...included];
    const anchors = await readTimeAnchors({ folder: config.keysDir });
    yield believed(signedBy, included, anchors ?? []);
  } catch (error) {
    const todo = 'Check TIMESTAMP_URL and KEYS_DIR/time.pem; nothing is sealed without a time-stamp.';
    yield { light: 'now', what, says: `It does not answer as expected: ${said(error)}`, todo };
  }
  const { anchor, anchorIssuers } = await issuing.keys().catch(() => ({ anchor: null, anchorIssuers: [] }));
  // A seal that is missing or cannot be read has a line of its own.
  const seal = anchor === null ? [] : [anchor, ...anchorIssuers].map((pem) => new X509Certificate(pem));
  yield await revocationFinding([...seal, ...clock]);
}

function believed(
  signedBy: X509Certificate,
  included: readonly X509Certificate[],
  anchors: readonly string[],
): Finding {
  const known = anchors.map((pem) => new X509Certificate(pem));
  // The line of the time-stamping authority says what is missing in time.pem.
  if (known.length === 0 || leadsTo(known, signedBy, included, new Date()))
    return { light: 'good', what, says: 'It answers.' };
  const whose = signedBy.issuer.replaceAll('\n', ', ');
  return {
    ...{ light: 'now', what },
    says: `It answers with a certificate of ${whose}, which chains to none in KEYS_DIR/time.pem: its time-stamps are not trusted.`,
    todo: 'Add the certificate of that authority to KEYS_DIR/time.pem (docs/operation.md#seals-that-last).',
  };
}

async function revocationFinding(certificates: readonly X509Certificate[]): Promise<Finding> {
  const about = { light: 'good', what: 'Revocation' } as const;
  try {
    const known = { certificates: [], lists: [], answers: [] };
    const found = await collectEvidence(fromAuthorities(), { certificates, known, at: new Date() });
    const silent = found.certificates
      .map((der) => new X509Certificate(der))
      .filter((one) => !one.checkIssued(one) && listsOf(one).length + respondersOf(one).length === 0);
    if (silent.length === 0)
      return {
        ...about,
        says: 'Authorities say of each certificate of seal and time-stamps whether it is revoked.',
      };
    const names = silent.map(({ subject }) => subject.replaceAll('\n', ', '));
    return {
      ...about,
      light: 'soon',
      says: `${names.join('; ')} names neither a revocation list (CRL) nor a responder (OCSP): other programs call a seal unproven once it expires.`,
      todo: 'Ask the trust service for a certificate that names one of the two.',
    };
  } catch (error) {
    const todo = 'Check whether this machine reaches that address by HTTP; nothing is sealed meanwhile.';
    return { ...about, light: 'now', says: `It is not available: ${said(error)}.`, todo };
  }
}
