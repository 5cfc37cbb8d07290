import { X509Certificate } from 'node:crypto';
import {
  type AccessDescription,
  Certificate,
  CRLDistributionPoints,
  type GeneralName,
  InfoAccess,
} from 'pkijs';
import { issued, validAt } from '../leadsTo.ts';
import { objectIds } from '../objectIds.ts';
import type { Evidence } from './increments.ts';
import { type RevocationList, readRevocationList } from './revocationList.ts';

/** Gets what lies at an address that a certificate names. */
export type GetFromAuthority = (address: string) => Promise<Buffer>;

interface Asked {
  readonly certificates: readonly X509Certificate[];
  /** What the document has already: good enough where an authority gives nothing any more. */
  readonly known: Evidence;
  readonly at: Date;
}

/** Issuers that are not at hand are looked for so many times: no two chains are longer. */
const maxAsked = 12;

/**
 * The certificates with their issuers', and for each that is valid at the moment the list by which its authority says which it revoked.
 * A certificate that names no list needs none. Throws where one names a list that cannot be had.
 */
export async function collectEvidence(
  get: GetFromAuthority,
  { known, at, ...asked }: Asked,
): Promise<Evidence> {
  const have = known.certificates.map((der) => new X509Certificate(der));
  const chain = await withIssuers(get, asked.certificates, have);
  const lists = new Map<string, Buffer>();
  for (const certificate of chain) {
    const addresses = listsOf(certificate);
    if (isOwnIssuer(certificate) || addresses.length === 0 || !validAt(certificate, at)) continue;
    const issuer = [...chain, ...have].find((other) => issued(other, certificate));
    if (!issuer)
      throw new Error(`the issuer of ${nameOf(certificate)} cannot be found: no address in it leads there`);
    const isList = (der: Buffer) => isCurrent(readRevocationList(der), issuer, at);
    const list =
      (await firstOf(get, addresses, isList)) ??
      known.lists.findLast((der) => readRevocationList(der).isBy(issuer));
    if (!list) {
      throw new Error(
        `no list of revoked certificates that holds for ${nameOf(certificate)} is at ${addresses.join(', ')}`,
      );
    }
    lists.set(list.toString('base64'), list);
  }
  return { certificates: chain.map(({ raw }) => raw), lists: [...lists.values()] };
}

/** Each once, and those that issued them, where they are not at hand, as far as they say where they are. */
async function withIssuers(
  get: GetFromAuthority,
  given: readonly X509Certificate[],
  have: readonly X509Certificate[],
): Promise<X509Certificate[]> {
  const chain = [...new Map(given.map((one) => [one.fingerprint256, one])).values()];
  const lost = new Set<X509Certificate>();
  const isAlone = (one: X509Certificate) =>
    !(isOwnIssuer(one) || lost.has(one) || [...chain, ...have].some((other) => issued(other, one)));
  for (let asked = 0; asked < maxAsked; asked += 1) {
    const last = chain.find(isAlone);
    if (!last) break;
    const isIssuer = (der: Buffer) => issued(new X509Certificate(der), last);
    const der = await firstOf(get, issuersOf(last), isIssuer);
    if (der) chain.push(new X509Certificate(der));
    else lost.add(last);
  }
  return chain;
}

/** What lies at the first address at which there is what is looked for; null when it is at none. */
async function firstOf(get: GetFromAuthority, addresses: readonly string[], isIt: (der: Buffer) => boolean) {
  for (const address of addresses) {
    try {
      const der = await get(address);
      if (isIt(der)) return der;
    } catch {
      // Another address may have it; where none has, the caller says so.
    }
  }
  return null;
}

function isCurrent(list: RevocationList, issuer: X509Certificate, at: Date): boolean {
  return list.isBy(issuer) && (list.until === null || list.until >= at);
}

const uri = 6;

/** Addresses over HTTP alone. */
function addressesIn(names: readonly GeneralName[]): string[] {
  return names.flatMap(({ type, value }) =>
    type === uri && /^https?:/u.test(String(value)) ? [String(value)] : [],
  );
}

/** Where a certificate says that lists of its authority are (RFC 5280, 4.2.1.13). */
function listsOf(certificate: X509Certificate): string[] {
  const points = extension(certificate, objectIds.listsOfRevoked);
  if (!(points instanceof CRLDistributionPoints)) return [];
  return points.distributionPoints.flatMap(({ distributionPoint }) =>
    Array.isArray(distributionPoint) ? addressesIn(distributionPoint) : [],
  );
}

/** Where it says that its issuer's certificate is (RFC 5280, 4.2.2.1). */
function issuersOf(certificate: X509Certificate): string[] {
  const access = extension(certificate, objectIds.authorityAccess);
  const described: readonly AccessDescription[] =
    access instanceof InfoAccess ? access.accessDescriptions : [];
  const issuers = described.filter(({ accessMethod }) => accessMethod === objectIds.issuersOfAuthority);
  return addressesIn(issuers.map(({ accessLocation }) => accessLocation));
}

function extension({ raw }: X509Certificate, id: string): unknown {
  return Certificate.fromBER(raw).extensions?.find(({ extnID }) => extnID === id)?.parsedValue;
}

function isOwnIssuer(certificate: X509Certificate): boolean {
  return certificate.checkIssued(certificate);
}

function nameOf({ subject }: X509Certificate): string {
  return subject.replaceAll('\n', ', ');
}
