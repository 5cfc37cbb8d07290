import { randomBytes } from 'node:crypto';
import { Integer, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, TimeStampResp } from 'pkijs';
import { explain } from './explain.ts';
import { validAt } from './leadsTo.ts';
import { objectIds } from './objectIds.ts';
import { readLimited } from './readLimited.ts';
import type { Sealer } from './sealer.ts';
import { confirms, readTimestampToken } from './timestampToken.ts';

const timeoutMs = 10_000;
/** Bytes; a token with its chain takes a tenth. */
const maxAnswerLength = 65_536;
const granted = [0, 1];

/**
 * Asks a time-stamping authority over HTTP (RFC 3161, 3.4) to confirm when a digest existed. Throws when it cannot be
 * reached within ten seconds, refuses, or answers something that is not about the digest and this very question.
 */
export function timestampFrom(url: string): NonNullable<Sealer['timestamp']> {
  return async (digest) => {
    // The first byte keeps the number positive and its length fixed.
    const nonce = Buffer.concat([Buffer.of(0x4d), randomBytes(15)]);
    const der = tokenOf(await ask(url, question(digest, nonce)));
    const token = readTimestampToken(der);
    const { nonce: repeated } = token.info;
    if (!repeated || !nonce.equals(repeated.valueBlock.valueHexView)) {
      throw new Error('the time-stamping authority answered another question (nonce)');
    }
    if (!confirms(token, (algorithm) => (algorithm === 'sha256' ? Buffer.from(digest) : Buffer.alloc(0)))) {
      throw new Error('the time-stamping authority gave a token that does not hold for the digest');
    }
    const { signedBy } = token.message;
    if (!validAt(signedBy, token.info.genTime)) {
      const valid = `from ${signedBy.validFrom} to ${signedBy.validTo} only`;
      throw new Error(`the certificate of the time-stamping authority is valid ${valid}`);
    }
    return der;
  };
}

function tokenOf(answer: Buffer): Buffer {
  const unreadable = 'the time-stamping authority gave no answer that can be read';
  const { status, timeStampToken } = explain(unreadable, () => TimeStampResp.fromBER(answer));
  if (granted.includes(status.status) && timeStampToken)
    return Buffer.from(timeStampToken.toSchema().toBER());
  throw new Error(`the time-stamping authority refused (status ${status.status})`);
}

function question(digest: Uint8Array, nonce: Uint8Array): Buffer {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: objectIds.sha256 }),
      hashedMessage: new OctetString({ valueHex: digest }),
    }),
    nonce: new Integer({ valueHex: nonce }),
    certReq: true,
  });
  return Buffer.from(request.toSchema().toBER());
}

async function ask(url: string, body: Buffer): Promise<Buffer> {
  const fail = (cause: unknown): never => {
    const failure = 'the time-stamping authority cannot be reached: check its address, or seal without it';
    throw new Error(failure, { cause });
  };
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  }).catch(fail);
  return response.ok ? readLimited(response, maxAnswerLength) : fail(new Error(`status ${response.status}`));
}
