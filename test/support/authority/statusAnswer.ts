import { type KeyObject, sign, X509Certificate } from 'node:crypto';
import { BitString, Constructed, Enumerated, GeneralizedTime, Null, OctetString, Primitive } from 'asn1js';
import {
  AlgorithmIdentifier,
  BasicOCSPResponse,
  Certificate,
  OCSPRequest,
  OCSPResponse,
  ResponseBytes,
  ResponseData,
  SingleResponse,
} from 'pkijs';
import { objectIds } from '../../../src/issuing/seal/objectIds.ts';

const days = 86_400_000;
/** How long an answer holds. */
const answerDays = 7;

interface Answering {
  /** Who answers, certified for that by the authority. */
  readonly by: { readonly key: KeyObject; readonly certificate: string };
  /** Certificates (PEM), and since when each is revoked. */
  readonly revoked: ReadonlyMap<string, Date>;
  readonly at: Date;
}

/** What an authority answers about one certificate (OCSP, RFC 6960). */
export function statusAnswer(asked: Buffer = Buffer.alloc(0), { by, revoked, at }: Answering): Buffer {
  const [request] = OCSPRequest.fromBER(asked).tbsRequest.requestList;
  if (!request) throw new Error('no question');
  const { reqCert: certID } = request;
  const isIt = (pem: string) => read(pem).serialNumber.isEqual(certID.serialNumber);
  const [, since] = [...revoked].find(([pem]) => isIt(pem)) ?? [];
  const certStatus = since
    ? new Constructed({
        idBlock: { tagClass: 3, tagNumber: 1 },
        value: [new GeneralizedTime({ valueDate: since })],
      })
    : new Primitive({ idBlock: { tagClass: 3, tagNumber: 0 } });
  const nextUpdate = new Date(at.getTime() + answerDays * days);
  const told = new ResponseData({
    responderID: read(by.certificate).subject,
    producedAt: at,
    responses: [new SingleResponse({ certID, certStatus, thisUpdate: at, nextUpdate })],
  });
  const toSign = told.toSchema(true).toBER();
  told.tbsView = new Uint8Array(toSign);
  const basic = new BasicOCSPResponse({
    tbsResponseData: told,
    signatureAlgorithm: new AlgorithmIdentifier({
      algorithmId: objectIds.sha256WithRsa,
      algorithmParams: new Null(),
    }),
    signature: new BitString({ valueHex: sign('sha256', Buffer.from(toSign), by.key) }),
    certs: [read(by.certificate)],
  });
  const response = new OctetString({ valueHex: basic.toSchema().toBER() });
  const answer = new OCSPResponse({
    responseStatus: new Enumerated({ value: 0 }),
    responseBytes: new ResponseBytes({ responseType: objectIds.statusAnswer, response }),
  });
  return Buffer.from(answer.toSchema().toBER());
}

function read(pem: string): Certificate {
  return Certificate.fromBER(new X509Certificate(pem).raw);
}
