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
import { blank, type Form, fill, form } from './form.ts';
import { objectIds } from './objectIds.ts';
import type { Sealer } from './sealer.ts';

const signed = 0;
const unsigned = 1;
const setTag = 0x31;

const sha256 = (data: Uint8Array): Buffer => createHash('sha256').update(data).digest();

/** Signs the bytes of a document as PAdES B-B asks, or B-T with a timestamp (ETSI EN 319 142-1, 6.3). */
export class PadesSigner extends Signer {
  readonly #sealer: Sealer;
  readonly #own: X509Certificate;
  readonly #id: IssuerAndSerialNumber;
  /** In the order that DER asks of a set. */
  readonly #certificates: readonly Certificate[];
  /** What is signed, but for the digest of the document: it differs from one to the next in nothing else. */
  readonly #attributes: Form;
  /** Whole messages but for what differs, by the length of the signature. */
  readonly #messages = new Map<number, Form>();

  constructor(sealer: Sealer) {
    super();
    this.#sealer = sealer;
    const chain = sealer.chain.map((pem) => new X509Certificate(pem));
    const [own] = chain;
    if (!own) throw new Error('the seal has no certificate');
    this.#own = own;
    const { issuer, serialNumber } = Certificate.fromBER(own.raw);
    this.#id = new IssuerAndSerialNumber({ issuer, serialNumber });
    const raws = chain.map(({ raw }) => raw).sort(Buffer.compare);
    this.#certificates = raws.map((raw) => Certificate.fromBER(raw));
    const attributes = Buffer.from(this.#attributesOf(blank.digest).toSchema().toBER());
    // The signature is over the attributes as a set, whatever tag they have in the message (RFC 5652, 5.4).
    attributes[0] = setTag;
    this.#attributes = form(attributes, [blank.digest]);
  }

  /**
   * The signed message (CMS, DER) over the bytes; with an RSA key and no timestamp, the same for the same bytes.
   * Throws when the signature does not hold for the certificate.
   */
  override async sign(document: Buffer): Promise<Buffer> {
    const digest = sha256(document);
    const toSign = fill(this.#attributes, [digest]);
    const signature = await this.#sealer.sign(toSign);
    // A key may sit far away, and be another one by now.
    if (!verify('sha256', toSign, this.#own.publicKey, signature)) {
      throw new Error('what the key of the seal signed does not hold for its certificate');
    }
    const token = await this.#sealer.timestamp?.(sha256(signature));
    if (token) return this.#messageOf(digest, signature, token);
    return fill(this.#formFor(signature.length), [digest, signature]);
  }

  /** The form of a message whose signature has so many bytes, made once. */
  #formFor(length: number): Form {
    const known = this.#messages.get(length);
    if (known) return known;
    const signature = blank.signature(length);
    const made = form(this.#messageOf(blank.digest, signature), [blank.digest, signature]);
    this.#messages.set(length, made);
    return made;
  }

  #messageOf(digest: Uint8Array, signature: Uint8Array, token?: Uint8Array): Buffer {
    const info = new SignerInfo({
      version: 1,
      sid: this.#id,
      digestAlgorithm: new AlgorithmIdentifier({ algorithmId: objectIds.sha256 }),
      signedAttrs: this.#attributesOf(digest),
      signatureAlgorithm: signatureAlgorithm(this.#sealer.algorithm),
      signature: new OctetString({ valueHex: signature }),
    });
    if (token) info.unsignedAttrs = timestampAttribute(token);
    return message(info, this.#certificates);
  }

  #attributesOf(digest: Uint8Array): SignedAndUnsignedAttributes {
    return attributesOf(digest, sha256(this.#own.raw));
  }
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

function message(signer: SignerInfo, certificates: readonly Certificate[]): Buffer {
  const content = new SignedData({
    version: 1,
    digestAlgorithms: [signer.digestAlgorithm],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: objectIds.data }),
    certificates: [...certificates],
    signerInfos: [signer],
  }).toSchema(true);
  const wrapped = new ContentInfo({ contentType: objectIds.signedData, content });
  return Buffer.from(wrapped.toSchema().toBER());
}
