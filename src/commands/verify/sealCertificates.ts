import { X509Certificate } from 'node:crypto';
import type { Deps } from '../ports/ports.ts';

/** A certificate of the seal, or one that it leads to. */
export interface SealCertificate {
  /** SHA-256 (hex) of the certificate as it is imported. */
  readonly digest: string;
  readonly der: Buffer;
  readonly name: string;
  readonly issuer: string;
  /** Instant until which it is valid. */
  readonly until: string;
  /** Whether files are sealed with it; otherwise it certifies. */
  readonly seals: boolean;
}

/** Every certificate that seals of ours are by, the newest first, each followed by those that it leads to, up to its root. */
export async function sealCertificates({ store }: Pick<Deps, 'store'>): Promise<SealCertificate[]> {
  const anchors = (await store.sealAnchors()).reverse();
  const all = anchors.flatMap(({ pem, issuers = [] }) => [
    certificateOf(pem, true),
    ...issuers.map((issuer) => certificateOf(issuer, false)),
  ]);
  return [...new Map(all.map((one) => [one.digest, one])).values()];
}

function certificateOf(pem: string, seals: boolean): SealCertificate {
  const { raw, fingerprint256, subject, issuer, validTo } = new X509Certificate(pem);
  return {
    digest: fingerprint256.replaceAll(':', '').toLowerCase(),
    der: raw,
    name: nameIn(subject),
    issuer: nameIn(issuer),
    until: new Date(validTo).toISOString(),
    seals,
  };
}

/** The common name in a distinguished one, or all of it where there is none. */
function nameIn(distinguished: string): string {
  const lines = distinguished.split('\n');
  return lines.find((line) => line.startsWith('CN='))?.slice('CN='.length) ?? lines.join(', ');
}
