import { verify, type X509Certificate } from 'node:crypto';
import { BitString } from 'asn1js';
import { Certificate, CertificateRevocationList } from 'pkijs';
import { objectIds } from '../objectIds.ts';
import { signatures } from '../signedMessage.ts';

/** A list of revoked certificates (RFC 5280, 5), taken apart but not checked. */
export interface RevocationList {
  /** Instants between which its authority makes no newer one; without an end, null. */
  readonly from: Date;
  readonly until: Date | null;
  /** Whether an authority signed it. */
  isBy(authority: X509Certificate): boolean;
  /** When a certificate of that authority was revoked; null where the list does not name it. */
  revokedAt(certificate: X509Certificate): Date | null;
}

/** Parses a list; throws when it is none. */
export function readRevocationList(der: Buffer): RevocationList {
  const list = CertificateRevocationList.fromBER(der);
  const { issuer, thisUpdate, nextUpdate, signatureAlgorithm, signatureValue, tbsView } = list;
  const revoked = new Map(
    (list.revokedCertificates ?? []).map(({ userCertificate, revocationDate }) => [
      number(Buffer.from(userCertificate.valueBlock.valueHexView).toString('hex')),
      revocationDate.value,
    ]),
  );
  return {
    from: thisUpdate.value,
    until: nextUpdate?.value ?? null,
    isBy: (authority) => {
      const digest = signatures[signatureAlgorithm.algorithmId];
      const certificate = Certificate.fromBER(authority.raw);
      const signature = Buffer.from(signatureValue.valueBlock.valueHexView);
      return (
        certificate.subject.isEqual(issuer) &&
        mayList(certificate) &&
        digest !== undefined &&
        verify(digest, tbsView, authority.publicKey, signature)
      );
    },
    revokedAt: ({ serialNumber }) => revoked.get(number(serialNumber)) ?? null,
  };
}

/** Whether the key is for signing such lists (RFC 5280, 4.2.1.3). */
function mayList({ extensions }: Certificate): boolean {
  const usage = extensions?.find(({ extnID }) => extnID === objectIds.keyUsage)?.parsedValue;
  return !(usage instanceof BitString) || ((usage.valueBlock.valueHexView[0] ?? 0) & listing) !== 0;
}

const listing = 0x02;

/** However many zeros it is written with. */
function number(hex: string): bigint {
  return BigInt(`0x${hex}`);
}
