import { createHash, verify, X509Certificate } from 'node:crypto';
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';
import { objectIds } from './objectIds.ts';

/** A signed message (CMS, RFC 5652) of one signer, taken apart but not checked. */
export interface SignedMessage {
  readonly signer: SignerInfo;
  /** As the library read it, for its extensions; `signedBy` is the same certificate. */
  readonly certificate: Certificate;
  readonly signedBy: X509Certificate;
  /** All certificates that came along. */
  readonly included: readonly X509Certificate[];
  /** What is signed, where the message carries it; null where it lies elsewhere. */
  readonly content: Buffer | null;
}

/** Digests that still bind, by object identifier. */
export const digests: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
/** RSA PKCS#1 v1.5 and ECDSA; the digest is that of the message or the one in the name. */
export const signatures: Readonly<Record<string, string | undefined>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};
const rsaAlone = '1.2.840.113549.1.1.1';

/** The message alone: its place in a document is filled up with zeros, and with nothing else; throws where it is otherwise. */
export function messageIn(place: Buffer): Buffer {
  const [, first = 0] = place;
  // A length of more than 127 bytes follows in as many bytes as the first one says (X.690, 8.1.3.5).
  const head = first < 0x80 ? 2 : 2 + (first & 0x7f);
  if (first === 0x80 || head > 6) throw new Error('no definite length');
  const end = head + (first < 0x80 ? first : place.readUIntBE(2, head - 2));
  if (end > place.length || place.subarray(end).some((byte) => byte !== 0)) throw new Error('wrong length');
  return place.subarray(0, end);
}

/** Parses a message; throws when it is invalid, or has not exactly one signer with its certificate. */
export function readSignedMessage(der: Uint8Array): SignedMessage {
  const wrapped = ContentInfo.fromBER(der);
  if (wrapped.contentType !== objectIds.signedData) throw new Error('not a signed message');
  const message = new SignedData({ schema: wrapped.content });
  const [signer] = message.signerInfos;
  if (!signer || message.signerInfos.length > 1) throw new Error('not one signer');
  const certificates = (message.certificates ?? []).filter((one) => one instanceof Certificate);
  const certificate = certificates.find((one) => isNamed(signer, one));
  if (!certificate) throw new Error('no certificate of the signer');
  const content = message.encapContentInfo.eContent;
  return {
    signer,
    certificate,
    signedBy: x509(certificate),
    included: certificates.map(x509),
    content: content ? Buffer.from(content.getValue()) : null,
  };
}

/**
 * Whether the signer signed content of a type, given as pieces one after the other. A message may carry content of its
 * own: whoever expects it elsewhere must not let that count. The library's own check would, and would copy the pieces.
 */
export function holds(
  { signer, signedBy }: SignedMessage,
  contentType: string,
  content: readonly Buffer[],
): boolean {
  const digest = digests[signer.digestAlgorithm.algorithmId];
  const scheme = signer.signatureAlgorithm.algorithmId;
  const signature = scheme === rsaAlone ? digest : signatures[scheme];
  const [type, stated] = [
    attribute(signer, objectIds.contentType),
    attribute(signer, objectIds.messageDigest),
  ];
  if (!digest || !signature || !signer.signedAttrs || !(stated instanceof OctetString)) return false;
  if (!(type instanceof ObjectIdentifier) || type.valueBlock.toString() !== contentType) return false;
  const hash = createHash(digest);
  for (const piece of content) hash.update(piece);
  if (!hash.digest().equals(Buffer.from(stated.getValue()))) return false;
  if (!namesCertificate(signer, signedBy)) return false;
  const signed = Buffer.from(signer.signedAttrs.encodedValue);
  return verify(signature, signed, signedBy.publicKey, Buffer.from(signer.signature.getValue()));
}

/** The value of a signed attribute; undefined when it is absent or has not exactly one. */
function attribute({ signedAttrs }: SignerInfo, type: string): unknown {
  const found = signedAttrs?.attributes.filter((one) => one.type === type) ?? [];
  const values: readonly unknown[] = found.flatMap((one) => one.values);
  return values.length === 1 ? values[0] : undefined;
}

/** The certificate must be the one that the signer named among what was signed (RFC 5035, 5), where one was named. */
function namesCertificate(signer: SignerInfo, certificate: X509Certificate): boolean {
  const named = signer.signedAttrs?.attributes.some(({ type }) => type === objectIds.signingCertificateV2);
  if (!named) return true;
  const ids = partsOf(partsOf(attribute(signer, objectIds.signingCertificateV2))[0]);
  const parts = partsOf(ids[0]);
  // Without an algorithm before it, the digest is SHA-256.
  const algorithm = parts[0] instanceof Sequence ? partsOf(parts[0])[0] : null;
  const digest = algorithm instanceof ObjectIdentifier ? digests[algorithm.valueBlock.toString()] : 'sha256';
  const stated = parts.find((part) => part instanceof OctetString);
  if (!digest || !stated) return false;
  return createHash(digest).update(certificate.raw).digest().equals(Buffer.from(stated.getValue()));
}

function partsOf(value: unknown): readonly unknown[] {
  return value instanceof Sequence ? value.valueBlock.value : [];
}

function isNamed({ sid }: SignerInfo, { issuer, serialNumber }: Certificate): boolean {
  return (
    sid instanceof IssuerAndSerialNumber &&
    sid.issuer.isEqual(issuer) &&
    sid.serialNumber.isEqual(serialNumber)
  );
}

function x509(certificate: Certificate): X509Certificate {
  return new X509Certificate(Buffer.from(certificate.toSchema().toBER()));
}
