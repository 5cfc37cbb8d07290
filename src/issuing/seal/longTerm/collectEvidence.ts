import { X509Certificate } from 'node:crypto';
import { issued, validAt } from '../leadsTo.ts';
import { issuersOf, listsOf, respondersOf } from './authorityAddresses.ts';
import type { Evidence } from './increments.ts';
import { readRevocationList } from './revocationList.ts';
import { readStatusAnswer, statusQuestion } from './statusAnswer.ts';

/** Gets what lies at an address that a certificate names, or what is answered there to a question. */
export type GetFromAuthority = (address: string, question?: Buffer) => Promise<Buffer>;

interface Asked {
  readonly certificates: readonly X509Certificate[];
  /** What the document has already: good enough where an authority gives nothing any more. */
  readonly known: Evidence;
  readonly at: Date;
}

/** Issuers that are not at hand are looked for so many times: no two chains are longer. */
const maxAsked = 12;

/**
 * The certificates with their issuers', and for each that is valid at the moment what its authority says of whether it was revoked: the
 * list of all that it revoked, or else its answer about this one. A certificate that names neither needs none. Throws where one names
 * a list or a place for answers, and nothing that holds can be had.
 */
export async function collectEvidence(
  get: GetFromAuthority,
  { known, at, ...asked }: Asked,
): Promise<Evidence> {
  const have = known.certificates.map((der) => new X509Certificate(der));
  const chain = await withIssuers(get, asked.certificates, have);
  const lists = new Map<string, Buffer>();
  const answers = new Map<string, Buffer>();
  for (const certificate of chain) {
    const places = { lists: listsOf(certificate), responders: respondersOf(certificate) };
    const isNamed = places.lists.length + places.responders.length > 0;
    if (isOwnIssuer(certificate) || !isNamed || !validAt(certificate, at)) continue;
    const issuer = [...chain, ...have].find((other) => issued(other, certificate));
    if (!issuer)
      throw new Error(`the issuer of ${nameOf(certificate)} cannot be found: no address in it leads there`);
    const about = { certificate, issuer, known, at, ...places };
    const said = await saidOf(get, about);
    if (said.list) lists.set(said.list.toString('base64'), said.list);
    else if (said.answer) answers.set(said.answer.toString('base64'), said.answer);
    else throw new Error(nothingHolds(about));
  }
  return {
    certificates: chain.map(({ raw }) => raw),
    lists: [...lists.values()],
    answers: [...answers.values()],
  };
}

interface Wanted {
  readonly certificate: X509Certificate;
  readonly issuer: X509Certificate;
  readonly known: Evidence;
  readonly at: Date;
  readonly lists: readonly string[];
  readonly responders: readonly string[];
}

interface Said {
  readonly list?: Buffer;
  readonly answer?: Buffer;
}

/** What an authority says now of whether a certificate is revoked, or else what the document has already. */
async function saidOf(get: GetFromAuthority, wanted: Wanted): Promise<Said> {
  const list = await listFor(get, wanted);
  if (list) return { list };
  const answer = await answerFor(get, wanted);
  return answer ? { answer } : oldFor(wanted);
}

/** A list that its authority signed and has no newer one of. */
function listFor(get: GetFromAuthority, { issuer, at, lists }: Wanted): Promise<Buffer | null> {
  return firstOf(get, lists, (der) => {
    const list = readRevocationList(der);
    return list.isBy(issuer) && (list.until === null || list.until >= at);
  });
}

/** An answer that its authority signed and has no newer one of. */
function answerFor(get: GetFromAuthority, wanted: Wanted): Promise<Buffer | null> {
  const { certificate, issuer, at, responders } = wanted;
  const question = statusQuestion(certificate, issuer);
  return firstOf(
    (address) => get(address, question),
    responders,
    (der) => {
      const answer = readStatusAnswer(der);
      const status = answer.statusOf(certificate, issuer);
      const until = status && (status.until ?? new Date(status.from.getTime() + dayMs));
      return until !== null && until >= at && answer.isBy(issuer);
    },
  );
}

/** How long an answer holds that does not say so. */
const dayMs = 86_400_000;

/** What the document has already, where an authority gives nothing any more. */
function oldFor({ certificate, issuer, known }: Wanted): Said {
  const list = known.lists.findLast((der) => readRevocationList(der).isBy(issuer));
  if (list) return { list };
  const answer = known.answers.findLast((der) => {
    const old = readStatusAnswer(der);
    return old.statusOf(certificate, issuer) !== null && old.isBy(issuer);
  });
  return answer ? { answer } : {};
}

function nothingHolds({ certificate, lists, responders }: Wanted): string {
  const name = nameOf(certificate);
  return lists.length > 0
    ? `no list of revoked certificates that holds for ${name} is at ${lists.join(', ')}`
    : `no answer that holds for ${name} is given at ${responders.join(', ')}`;
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

function isOwnIssuer(certificate: X509Certificate): boolean {
  return certificate.checkIssued(certificate);
}

function nameOf({ subject }: X509Certificate): string {
  return subject.replaceAll('\n', ', ');
}
