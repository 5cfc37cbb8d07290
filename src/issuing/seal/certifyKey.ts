import { createHash, createPublicKey, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto';
import {
  type BaseBlock,
  BitString,
  Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  Primitive,
  Sequence,
  Utf8String,
} from 'asn1js';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  Time,
  TimeType,
} from 'pkijs';
import { objectIds } from './objectIds.ts';

/** What a key may be used for, as the octet of the extension (RFC 5280, 4.2.1.3): to sign lastingly, or to certify. */
export const usages = {
  sealing: { octet: 0xc0, unusedBits: 6 },
  certifying: { octet: 0x04, unusedBits: 2 },
} as const;

export interface Certified {
  readonly name: string;
  /** RSA. */
  readonly key: KeyObject;
  readonly usage: keyof typeof usages;
  /** Object identifiers of the purposes that the certificate is limited to. */
  readonly purposes?: readonly string[];
  readonly from: Date;
  readonly until: Date;
}

/** Who certifies: its name as in its own certificate, and its RSA key. */
export type Authority = Pick<Certified, 'name' | 'key'>;

/** A certificate as PEM (X.509 version 3, RFC 5280); of an authority itself where `certified` is its own. */
export function certifyKey(certified: Certified, authority: Authority): string {
  const algorithm = new AlgorithmIdentifier({
    algorithmId: objectIds.sha256WithRsa,
    algorithmParams: new Null(),
  });
  const certificate = new Certificate({
    version: 2,
    // The first byte keeps the number positive and its length fixed.
    serialNumber: new Integer({ valueHex: Buffer.concat([Buffer.of(0x4d), randomBytes(15)]) }),
    signature: algorithm,
    issuer: nameOf(authority.name),
    notBefore: timeOf(certified.from),
    notAfter: timeOf(certified.until),
    subject: nameOf(certified.name),
    subjectPublicKeyInfo: PublicKeyInfo.fromBER(publicPart(certified.key)),
    extensions: extensionsOf(certified, authority),
    signatureAlgorithm: algorithm,
  });
  const toSign = certificate.encodeTBS().toBER();
  const signature = sign('sha256', Buffer.from(toSign), authority.key);
  certificate.tbsView = new Uint8Array(toSign);
  certificate.signatureValue = new BitString({ valueHex: signature });
  return new X509Certificate(Buffer.from(certificate.toSchema().toBER())).toString();
}

function extensionsOf({ key, usage, purposes = [] }: Certified, authority: Authority): Extension[] {
  const { octet, unusedBits } = usages[usage];
  // A sealing key certifies nothing; a certifying one only those of sealing.
  const constraints =
    usage === 'certifying'
      ? new BasicConstraints({ cA: true, pathLenConstraint: 0 })
      : new BasicConstraints();
  const authorityId = new Primitive({
    idBlock: { tagClass: 3, tagNumber: 0 },
    valueHex: keyId(authority.key),
  });
  const extensions = [
    extension(objectIds.keyUsage, true, new BitString({ valueHex: Buffer.of(octet), unusedBits })),
    extension(objectIds.basicConstraints, true, constraints.toSchema()),
    extension(objectIds.subjectKeyId, false, new OctetString({ valueHex: keyId(key) })),
    extension(objectIds.authorityKeyId, false, new Sequence({ value: [authorityId] })),
  ];
  if (purposes.length === 0) return extensions;
  const list = new Sequence({ value: purposes.map((value) => new ObjectIdentifier({ value })) });
  return [...extensions, extension(objectIds.extendedKeyUsage, true, list)];
}

function extension(extnID: string, critical: boolean, value: BaseBlock): Extension {
  return new Extension({ extnID, critical, extnValue: value.toBER() });
}

function nameOf(name: string): RelativeDistinguishedNames {
  const value = new Utf8String({ value: name });
  return new RelativeDistinguishedNames({
    typesAndValues: [new AttributeTypeAndValue({ type: objectIds.commonName, value })],
  });
}

/** As RFC 5280, 4.1.2.5 asks: two digits of the year up to 2049, four from 2050. */
function timeOf(value: Date): Time {
  return new Time({
    type: value.getUTCFullYear() < 2050 ? TimeType.UTCTime : TimeType.GeneralizedTime,
    value,
  });
}

function publicPart(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' });
}

/** Only names the key; nothing depends on its strength. */
function keyId(key: KeyObject): Buffer {
  return createHash('sha256').update(publicPart(key)).digest().subarray(0, 20);
}
