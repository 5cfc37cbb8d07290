import { createHash, verify, X509Certificate } from 'node:crypto';
import { Signer } from '@signpdf/utils';
import { fromBER, Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { objectIds } from './objectIds.ts';
import type { Sealer } from './sealer.ts';

const signed = 0;
const unsigned = 1;
const setTag = 0x31;

const sha256 = (data: Uint8Array): Buffer => createHash('sha256').update(data).digest();

/**
 * Signs the bytes of a document as PAdES B-B asks, or B-T with a timestamp (ETSI EN 319 142-1, 6.3). With an RSA key and no
 * timestamp, the same message (CMS, DER) for the same bytes. Throws when the signature does not hold for the certificate.
 */
export function padesSigner(sealer: Sealer): Signer {
  const chain = sealer.chain.map((pem) => new X509Certificate(pem));
  const [own] = chain;
  if (!own) throw new Error('the seal has no certificate');
  const { issuer, serialNumber } = Certificate.fromBER(own.raw);
  const sid = new IssuerAndSerialNumber({ issuer, serialNumber });
  // In the order that DER asks of a set.
  const raws = chain.map(({ raw }) => raw).sort(Buffer.compare);
  const certificates = raws.map((raw) => Certificate.fromBER(raw));
  const sign = async (document: Buffer): Promise<Buffer> => {
    const signedAttrs = attributesOf(sha256(document), sha256(own.raw));
    const toSign = Buffer.from(signedAttrs.toSchema().toBER());
    // The signature is over the attributes as a set, whatever tag they have in the message (RFC 5652, 5.4).
    toSign[0] = setTag;
    const signature = await sealer.sign(toSign);
    // A key may sit far away, and be another one by now.
    if (!verify('sha256', toSign, own.publicKey, signature)) {
      throw new Error('what the key of the seal signed does not hold for its certificate');
    }
    const signer = new SignerInfo({
      version: 1,
      sid,
      digestAlgorithm: new AlgorithmIdentifier({ algorithmId: objectIds.sha256 }),
      signedAttrs,
      signatureAlgorithm: signatureAlgorithm(sealer.algorithm),
      signature: new OctetString({ valueHex: signature }),
    });
    const token = await sealer.timestamp?.(sha256(signature));
    if (token) signer.unsignedAttrs = timestampAttribute(token);
    return message(signer, certificates);
  };
  return Object.assign(new Signer(), { sign });
}

/** What is signed beside the digest. No time: a PDF says it elsewhere, and the standard forbids it here. */
function attributesOf(digest: Uint8Array, certificateDigest: Uint8Array): SignedAndUnsignedAttributes {
  // ESSCertIDv2 without an algorithm means SHA-256 (RFC 5035, 4).
  const certificateId = new Sequence({ value: [new OctetString({ valueHex: certificateDigest })] });
  // From short to long, which is the order that DER asks of a set.
  const attributes = [
    new Attribute({ type: objectIds.contentType, values: [new ObjectIdentifier({ value: objectIds.data })] }),
    new Attribute({ type: objectIds.messageDigest, values: [new OctetString({ valueHex: digest })] }),
    new Attribute({
      type: objectIds.signingCertificateV2,
      values: [new Sequence({ value: [new Sequence({ value: [certificateId] })] })],
    }),
  ];
  return new SignedAndUnsignedAttributes({ type: signed, attributes });
}

function timestampAttribute(token: Uint8Array): SignedAndUnsignedAttributes {
  const attribute = new Attribute({ type: objectIds.timestampToken, values: [fromBER(token).result] });
  return new SignedAndUnsignedAttributes({ type: unsigned, attributes: [attribute] });
}

function signatureAlgorithm(algorithm: Sealer['algorithm']): AlgorithmIdentifier {
  if (algorithm === 'ecdsa') return new AlgorithmIdentifier({ algorithmId: objectIds.ecdsaWithSha256 });
  return new AlgorithmIdentifier({ algorithmId: objectIds.sha256WithRsa, algorithmParams: new Null() });
}

function message(signer: SignerInfo, certificates: Certificate[]): Buffer {
  const content = new SignedData({
    version: 1,
    digestAlgorithms: [signer.digestAlgorithm],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: objectIds.data }),
    certificates,
    signerInfos: [signer],
  }).toSchema(true);
  const wrapped = new ContentInfo({ contentType: objectIds.signedData, content });
  return Buffer.from(wrapped.toSchema().toBER());
}
