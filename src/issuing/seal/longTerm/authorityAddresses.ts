import type { X509Certificate } from 'node:crypto';
import {
  type AccessDescription,
  Certificate,
  CRLDistributionPoints,
  type GeneralName,
  InfoAccess,
} from 'pkijs';
import { objectIds } from '../objectIds.ts';

const uri = 6;

/** Where a certificate says that lists of revoked ones of its authority are (RFC 5280, 4.2.1.13). */
export function listsOf(certificate: X509Certificate): string[] {
  const points = extension(certificate, objectIds.listsOfRevoked);
  if (!(points instanceof CRLDistributionPoints)) return [];
  return points.distributionPoints.flatMap(({ distributionPoint }) =>
    Array.isArray(distributionPoint) ? addressesIn(distributionPoint) : [],
  );
}

/** Where it says that its issuer's certificate is (RFC 5280, 4.2.2.1). */
export function issuersOf(certificate: X509Certificate): string[] {
  return accessBy(certificate, objectIds.issuersOfAuthority);
}

/** Where it says that its authority answers whether it is revoked (RFC 6960, 3.1). */
export function respondersOf(certificate: X509Certificate): string[] {
  return accessBy(certificate, objectIds.respondersOfAuthority);
}

function accessBy(certificate: X509Certificate, method: string): string[] {
  const access = extension(certificate, objectIds.authorityAccess);
  const described: readonly AccessDescription[] =
    access instanceof InfoAccess ? access.accessDescriptions : [];
  const those = described.filter(({ accessMethod }) => accessMethod === method);
  return addressesIn(those.map(({ accessLocation }) => accessLocation));
}

/** Addresses over HTTP alone. */
function addressesIn(names: readonly GeneralName[]): string[] {
  return names.flatMap(({ type, value }) =>
    type === uri && /^https?:/u.test(String(value)) ? [String(value)] : [],
  );
}

function extension({ raw }: X509Certificate, id: string): unknown {
  return Certificate.fromBER(raw).extensions?.find(({ extnID }) => extnID === id)?.parsedValue;
}
