import { createHash, createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Integer, Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';
import { objectIds } from '../../../src/issuing/seal/objectIds.ts';

/** What an authority of time may do wrong, or merely differently. */
export interface Conduct {
  readonly status?: number;
  /** HTTP status, and a body instead of an answer. */
  readonly http?: number;
  readonly body?: Buffer;
  readonly nonce?: Buffer | null;
  readonly digest?: Buffer;
  readonly withoutToken?: boolean;
  readonly spoilt?: boolean;
  readonly contentType?: string;
  /** How many copies of its certificate it sends. */
  readonly copies?: number;
}

export interface TimeAuthority {
  readonly url: string;
  /** What its clock shows. */
  time: Date;
  conduct: Conduct;
  /** What lies at other paths than that of its answers. */
  readonly lies: Map<string, (asked?: Buffer) => Buffer | Promise<Buffer>>;
  close(): Promise<void>;
}

/** Whom an authority answers as. */
interface Identity {
  readonly key: string;
  readonly certificate: string;
}

/** An authority of time (RFC 3161 over HTTP) on this machine, whose clock shows the same until it is set. */
export async function openTimeAuthority(
  identity: Identity | (() => Identity),
  time: Date,
): Promise<TimeAuthority> {
  const server = createServer(async (request, response) => {
    const { body, http = 200 } = authority.conduct;
    const asked = await bodyOf(request);
    if (request.url !== '/')
      return response.end((await authority.lies.get(request.url ?? '')?.(asked)) ?? 'another place');
    const { key, certificate } = typeof identity === 'function' ? identity() : identity;
    const question = TimeStampReq.fromBER(asked);
    response.writeHead(http, { 'content-type': 'application/timestamp-reply', location: '/elsewhere' });
    response.end(body ?? answer(question, { key, certificate, time: authority.time, ...authority.conduct }));
  });
  // On a slow machine a test may come again when the usual five seconds are over.
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const authority: TimeAuthority = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    time,
    conduct: {},
    lies: new Map(),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return authority;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

interface Answering extends Conduct {
  readonly key: string;
  readonly certificate: string;
  readonly time: Date;
}

function answer(question: TimeStampReq, { status = 0, withoutToken = false, ...how }: Answering): Buffer {
  const response = new TimeStampResp({ status: new PKIStatusInfo({ status }) });
  if (!withoutToken) response.timeStampToken = token(question, how);
  return Buffer.from(response.toSchema().toBER());
}

function token(question: TimeStampReq, { key, certificate, time, nonce, digest, spoilt, ...how }: Answering) {
  const { messageImprint } = question;
  if (digest) messageImprint.hashedMessage = new OctetString({ valueHex: digest });
  const answered = nonce ? new Integer({ valueHex: nonce }) : question.nonce;
  const info = new TSTInfo({
    version: 1,
    policy: '1.2.3.4',
    messageImprint,
    serialNumber: new Integer({ value: 7 }),
    genTime: time,
    ...(nonce !== null && answered && { nonce: answered }),
  });
  const content = Buffer.from(info.toSchema().toBER());
  const attributes = new SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      new Attribute({
        type: objectIds.contentType,
        values: [new ObjectIdentifier({ value: how.contentType ?? objectIds.timestampInfo })],
      }),
      new Attribute({
        type: objectIds.messageDigest,
        values: [new OctetString({ valueHex: createHash('sha256').update(content).digest() })],
      }),
      namedSigner(certificate),
    ],
  });
  const toSign = Buffer.from(attributes.toSchema().toBER());
  toSign[0] = 0x31;
  const signature = sign('sha256', toSign, createPrivateKey(key));
  if (spoilt) signature[9] = (signature[9] ?? 0) ^ 1;
  const read = Certificate.fromBER(new X509Certificate(certificate).raw);
  const sha256 = new AlgorithmIdentifier({ algorithmId: objectIds.sha256 });
  const signed = new SignedData({
    version: 3,
    digestAlgorithms: [sha256],
    encapContentInfo: contentOf(content),
    certificates: Array.from({ length: how.copies ?? 1 }, () => read),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: read.issuer, serialNumber: read.serialNumber }),
        digestAlgorithm: sha256,
        signedAttrs: attributes,
        signatureAlgorithm: new AlgorithmIdentifier({
          algorithmId: objectIds.sha256WithRsa,
          algorithmParams: new Null(),
        }),
        signature: new OctetString({ valueHex: signature }),
      }),
    ],
  });
  return new ContentInfo({ contentType: objectIds.signedData, content: signed.toSchema(true) });
}

/** In one piece, as DER asks: what is given at once, the library cuts into pieces. */
function contentOf(info: Buffer): EncapsulatedContentInfo {
  const content = new EncapsulatedContentInfo({ eContentType: objectIds.timestampInfo });
  content.eContent = new OctetString({ valueHex: info });
  return content;
}

/** The signer's certificate, named among what it signs (RFC 3161, 2.4.2; RFC 5816). */
function namedSigner(certificate: string): Attribute {
  const digest = createHash('sha256').update(new X509Certificate(certificate).raw).digest();
  const id = new Sequence({ value: [new OctetString({ valueHex: digest })] });
  return new Attribute({
    type: objectIds.signingCertificateV2,
    values: [new Sequence({ value: [new Sequence({ value: [id] })] })],
  });
}
