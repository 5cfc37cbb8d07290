import type { X509Certificate } from 'node:crypto';

/** No authority needs more between its root and a seal; what was read may try to keep us busy. */
const maxChain = 6;

/** Whether a certificate was valid at the moment. */
export function validAt({ validFrom, validTo }: X509Certificate, at: Date): boolean {
  return at >= new Date(validFrom) && at <= new Date(validTo);
}

/** Whether an authority's certificate stands behind another one: names, key usage and signature (RFC 5280, 6.1). */
export function issued(authority: X509Certificate, certificate: X509Certificate): boolean {
  return authority.ca && certificate.checkIssued(authority) && certificate.verify(authority.publicKey);
}

/**
 * Whether a certificate is one of the anchors or leads to one through those that came with it, all of them valid at the
 * moment, or at any where none is given, and none revoked, as far as is known. Nothing is fetched: neither a missing certificate nor a list
 * of revoked ones.
 */
export function leadsTo(
  anchors: readonly X509Certificate[],
  certificate: X509Certificate,
  included: readonly X509Certificate[],
  at: Date | null,
  isRevoked: (certificate: X509Certificate) => boolean = () => false,
): boolean {
  let last: X509Certificate | undefined = certificate;
  for (let length = 1; last && length <= maxChain; length += 1) {
    const current: X509Certificate = last;
    if ((at && !validAt(current, at)) || isRevoked(current)) return false;
    if (anchors.some((anchor) => anchor.raw.equals(current.raw))) return true;
    last = [...anchors, ...included].find((other) => issued(other, current));
  }
  return false;
}
