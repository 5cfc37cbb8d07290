import { verify, type X509Certificate } from 'node:crypto';
import { Certificate, CertificateRevocationList } from 'pkijs';
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
      const isNamed = Certificate.fromBER(authority.raw).subject.isEqual(issuer);
      const signature = Buffer.from(signatureValue.valueBlock.valueHexView);
      return isNamed && digest !== undefined && verify(digest, tbsView, authority.publicKey, signature);
    },
    revokedAt: ({ serialNumber }) => revoked.get(number(serialNumber)) ?? null,
  };
}

/** However many zeros it is written with. */
function number(hex: string): bigint {
  return BigInt(`0x${hex}`);
}
