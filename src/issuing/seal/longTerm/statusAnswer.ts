import { createHash, verify, X509Certificate } from 'node:crypto';
import { GeneralizedTime, Integer, Null, OctetString } from 'asn1js';
import {
  AlgorithmIdentifier,
  BasicOCSPResponse,
  CertID,
  Certificate,
  ExtKeyUsage,
  OCSPRequest,
  OCSPResponse,
  Request,
  TBSRequest,
} from 'pkijs';
import { issued, validAt } from '../leadsTo.ts';
import { objectIds } from '../objectIds.ts';
import { digests, signatures } from '../signedMessage.ts';

/** What an authority says of one certificate. */
export interface CertificateStatus {
  /** When it was revoked; null where it was not. */
  readonly revokedAt: Date | null;
  /** Instants between which the authority says nothing newer; without an end, null. */
  readonly from: Date;
  readonly until: Date | null;
}

/** An authority's answer about certificates (OCSP, RFC 6960), taken apart but not checked. */
export interface StatusAnswer {
  /** Whether an authority gave it, by its own key or by one that it certified for that alone. */
  isBy(authority: X509Certificate): boolean;
  /** What it says of a certificate of that authority; null where it says nothing, or that it does not know it. */
  statusOf(certificate: X509Certificate, authority: X509Certificate): CertificateStatus | null;
}

const granted = 0;
/** The states of a certificate in an answer, by their tags. */
const states = { good: 0, revoked: 1 } as const;

/** The question for the status of one certificate, in the form that every responder knows (RFC 5019): it names the issuer by SHA-1. */
export function statusQuestion(certificate: X509Certificate, authority: X509Certificate): Buffer {
  const { name, key } = namesOf(authority, 'sha1');
  const reqCert = new CertID({
    hashAlgorithm: new AlgorithmIdentifier({ algorithmId: objectIds.sha1, algorithmParams: new Null() }),
    issuerNameHash: new OctetString({ valueHex: name }),
    issuerKeyHash: new OctetString({ valueHex: key }),
    serialNumber: new Integer({ valueHex: serialOf(certificate) }),
  });
  const tbsRequest = new TBSRequest({ requestList: [new Request({ reqCert })] });
  return Buffer.from(new OCSPRequest({ tbsRequest }).toSchema(true).toBER());
}

/** Parses an answer; throws when it is none, or says that none is given. */
export function readStatusAnswer(der: Buffer): StatusAnswer {
  const { responseStatus, responseBytes } = OCSPResponse.fromBER(der);
  if (
    responseStatus.valueBlock.valueDec !== granted ||
    responseBytes?.responseType !== objectIds.statusAnswer
  )
    throw new Error('no answer about a certificate');
  const basic = BasicOCSPResponse.fromBER(responseBytes.response.getValue());
  const { tbsResponseData: told, certs = [] } = basic;
  const signature = Buffer.from(basic.signature.valueBlock.valueHexView);
  const digest = signatures[basic.signatureAlgorithm.algorithmId];
  return {
    isBy: (authority) => {
      const delegates = certs.filter(isForAnswers).map((one) => new X509Certificate(derOf(one)));
      const keys = [authority, ...delegates.filter((one) => isDelegate(one, authority, told.producedAt))];
      return (
        digest !== undefined &&
        keys.some(({ publicKey }) => verify(digest, told.tbsView, publicKey, signature))
      );
    },
    statusOf: (certificate, authority) => {
      const one = told.responses.find(({ certID }) => isAbout(certID, certificate, authority));
      if (!one) return null;
      const { tagNumber } = one.certStatus.idBlock;
      if (tagNumber !== states.good && tagNumber !== states.revoked) return null;
      const [when] = tagNumber === states.revoked ? one.certStatus.valueBlock.value : [];
      const revokedAt = when instanceof GeneralizedTime ? when.toDate() : null;
      return { revokedAt, from: one.thisUpdate, until: one.nextUpdate ?? null };
    },
  };
}

function isDelegate(one: X509Certificate, authority: X509Certificate, at: Date): boolean {
  return issued(authority, one) && validAt(one, at);
}

/** RFC 6960, 4.2.2.2: whoever answers in the place of an authority is certified for that by it. */
function isForAnswers({ extensions }: Certificate): boolean {
  const purpose = extensions?.find(({ extnID }) => extnID === objectIds.extendedKeyUsage)?.parsedValue;
  return purpose instanceof ExtKeyUsage && purpose.keyPurposes.includes(objectIds.answering);
}

function isAbout(id: CertID, certificate: X509Certificate, authority: X509Certificate): boolean {
  const { algorithmId } = id.hashAlgorithm;
  const algorithm = algorithmId === objectIds.sha1 ? 'sha1' : digests[algorithmId];
  if (!algorithm) return false;
  const { name, key } = namesOf(authority, algorithm);
  const [itsName, itsKey] = [id.issuerNameHash, id.issuerKeyHash].map((hash) => Buffer.from(hash.getValue()));
  const serial = Buffer.from(id.serialNumber.valueBlock.valueHexView);
  return (
    number(serial) === number(serialOf(certificate)) &&
    name.equals(itsName ?? Buffer.alloc(0)) &&
    key.equals(itsKey ?? Buffer.alloc(0))
  );
}

/** By which an answer knows an authority: digests of its name and of its key (RFC 6960, 4.1.1). */
function namesOf({ raw }: X509Certificate, algorithm: string) {
  const { subject, subjectPublicKeyInfo } = Certificate.fromBER(raw);
  const digest = (bytes: Uint8Array) => createHash(algorithm).update(bytes).digest();
  return {
    name: digest(new Uint8Array(subject.toSchema().toBER())),
    key: digest(subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView),
  };
}

function serialOf({ raw }: X509Certificate): Buffer {
  return Buffer.from(Certificate.fromBER(raw).serialNumber.valueBlock.valueHexView);
}

function derOf(certificate: Certificate): Buffer {
  return Buffer.from(certificate.toSchema().toBER());
}

/** However many zeros it is written with. */
function number(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`);
}
