import { generateKeyPairSync, type KeyObject, sign, webcrypto, X509Certificate } from 'node:crypto';
import { BitString, Null, OctetString } from 'asn1js';
import {
  AccessDescription,
  Certificate,
  CertificateRevocationList,
  CRLDistributionPoints,
  DistributionPoint,
  Extension,
  GeneralName,
  InfoAccess,
  RevokedCertificate,
  Time,
} from 'pkijs';
import { type Authority, type Certified, certifyKey } from '../../../src/issuing/seal/certifyKey.ts';
import { objectIds } from '../../../src/issuing/seal/objectIds.ts';
import { statusAnswer } from './statusAnswer.ts';
import { openTimeAuthority, type TimeAuthority } from './timeAuthority.ts';

const days = 86_400_000;
/** How long a list of revoked certificates holds. */
const listDays = 7;
const uri = 6;
/** id-pkix-ocsp-nocheck. */
const noCheck = '1.3.6.1.5.5.7.48.1.5';
const certifyingAndLists = { valueHex: Buffer.of(0x06), unusedBits: 1 };

/** A key with its certificate. */
export interface Keyed {
  readonly key: string;
  readonly certificate: string;
}

/** An authority that certifies seals and time, says over HTTP which certificates it revoked, and confirms the time by the clock of the test. */
export interface TestAuthority {
  readonly time: TimeAuthority;
  /** Its own certificate, as PEM. */
  readonly root: string;
  /** Certificate, with the addresses of its issuer and of its list in it. */
  certify(who: Pick<Certified, 'name' | 'from' | 'until'> & { readonly purposes?: readonly string[] }): Keyed;
  /** From now on it confirms the time by another key. */
  timeBy(keyed: Keyed): void;
  revoke(certificate: string, at: Date): void;
}

/** Opens an authority whose clock shows `now`, and whose own certificate is valid for fifty years; one that `answers` gives no lists. */
export async function openAuthority(
  now: Date,
  name = 'Specimen authority',
  { answers = false } = {},
): Promise<TestAuthority> {
  const authority: Authority = { name, key: newKey() };
  const certified = newKey();
  const until = new Date(now.getTime() + 50 * 365 * days);
  const root = signingLists(
    certifyKey({ ...authority, usage: 'certifying', from: now, until }, authority),
    authority.key,
  );
  const revoked = new Map<string, Date>();
  let keyed: Keyed | undefined;
  const time = await openTimeAuthority(() => {
    if (!keyed) throw new Error('no key of time was given');
    return keyed;
  }, now);
  if (answers) {
    const whoAnswers = { ...authority, usage: 'sealing', purposes: [objectIds.answering] } as const;
    const responder = { key: newKey(), from: now, until };
    const plain = certifyKey({ ...whoAnswers, ...responder, name: `${name} answers` }, authority);
    const certificate = unchecked(plain, authority.key);
    const by = { key: responder.key, certificate };
    time.lies.set('/status', (asked) => statusAnswer(asked, { by, revoked, at: time.time }));
  } else time.lies.set('/root.crl', () => listOf(authority, root, revoked, time.time));
  time.lies.set('/root.cer', () => new X509Certificate(root).raw);
  return {
    time,
    root,
    certify: (who) => {
      // One key for all of them: what a test needs to differ is their certificates.
      const plain = certifyKey({ ...who, key: certified, usage: 'sealing' }, authority);
      const certificate = withAddresses(plain, authority.key, time.url, answers);
      return { key: certified.export({ type: 'pkcs8', format: 'pem' }).toString(), certificate };
    },
    timeBy: (by) => {
      keyed = by;
    },
    revoke: (certificate, at) => {
      revoked.set(certificate, at);
    },
  };
}

function newKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}

/** The certificate with where its issuer is, and the list of that issuer or what answers for it, signed anew. */
function withAddresses(pem: string, issuerKey: KeyObject, url: string, answers: boolean): string {
  const certificate = Certificate.fromBER(new X509Certificate(pem).raw);
  const at = (path: string) => new GeneralName({ type: uri, value: `${url}${path}` });
  const access = (accessMethod: string, path: string) =>
    new AccessDescription({ accessMethod, accessLocation: at(path) });
  const accessDescriptions = [
    access(objectIds.issuersOfAuthority, 'root.cer'),
    ...(answers ? [access(objectIds.respondersOfAuthority, 'status')] : []),
  ];
  certificate.extensions?.push(
    new Extension({
      extnID: objectIds.authorityAccess,
      critical: false,
      extnValue: new InfoAccess({ accessDescriptions }).toSchema().toBER(),
    }),
  );
  if (answers) return signedAnew(certificate, issuerKey);
  const points = new CRLDistributionPoints({
    distributionPoints: [new DistributionPoint({ distributionPoint: [at('root.crl')] })],
  });
  certificate.extensions?.push(
    new Extension({
      extnID: objectIds.listsOfRevoked,
      critical: false,
      extnValue: points.toSchema().toBER(),
    }),
  );
  return signedAnew(certificate, issuerKey);
}

/** The certificate of whoever answers for an authority, about which nobody asks in turn (RFC 6960, 4.2.2.2.1). */
function unchecked(pem: string, issuerKey: KeyObject): string {
  const certificate = Certificate.fromBER(new X509Certificate(pem).raw);
  const extnValue = new Null().toBER();
  certificate.extensions?.push(new Extension({ extnID: noCheck, critical: false, extnValue }));
  return signedAnew(certificate, issuerKey);
}

/** The certificate of an authority, for lists of revoked certificates as well (RFC 5280, 4.2.1.3). */
function signingLists(pem: string, key: KeyObject): string {
  const certificate = Certificate.fromBER(new X509Certificate(pem).raw);
  const usage = certificate.extensions?.find(({ extnID }) => extnID === objectIds.keyUsage);
  if (usage) usage.extnValue = new OctetString({ valueHex: new BitString(certifyingAndLists).toBER() });
  return signedAnew(certificate, key);
}

function signedAnew(certificate: Certificate, key: KeyObject): string {
  const toSign = certificate.encodeTBS().toBER();
  certificate.tbsView = new Uint8Array(toSign);
  certificate.signatureValue = new BitString({ valueHex: sign('sha256', Buffer.from(toSign), key) });
  return new X509Certificate(Buffer.from(certificate.toSchema().toBER())).toString();
}

/** The list of revoked certificates as it is at a moment. */
async function listOf(
  { key }: Authority,
  root: string,
  revoked: ReadonlyMap<string, Date>,
  at: Date,
): Promise<Buffer> {
  const list = new CertificateRevocationList({
    version: 1,
    issuer: Certificate.fromBER(new X509Certificate(root).raw).subject,
    thisUpdate: new Time({ value: at }),
    nextUpdate: new Time({ value: new Date(at.getTime() + listDays * days) }),
  });
  const entries = [...revoked].map(
    ([pem, value]) =>
      new RevokedCertificate({
        userCertificate: Certificate.fromBER(new X509Certificate(pem).raw).serialNumber,
        revocationDate: new Time({ value }),
      }),
  );
  if (entries.length > 0) list.revokedCertificates = entries;
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const pkcs8 = key.export({ type: 'pkcs8', format: 'der' });
  await list.sign(await webcrypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']), 'SHA-256');
  return Buffer.from(list.toSchema().toBER());
}
