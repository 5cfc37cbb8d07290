import { lookup as lookUp } from 'node:dns/promises';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type {
  DeliveryOutcome,
  SendWebhook,
  WebhookAnswer,
  WebhookRequest,
} from '../../commands/ports/webhookPorts.ts';
import { isLoopbackAddress } from './publicAddress.ts';

/** How long (milliseconds) a receiver may take in all: its name, the connection and the last byte of its answer. */
const answerMs = 7000;
/** Most bytes of an answer, as they come: nothing is decompressed. */
const maxAnswerBytes = 100_000;
/** Most interim answers (1xx) before the one that counts: each is read, and nothing else would end them. */
const maxInterim = 20;
/** Most characters of an answer that are kept. */
const maxExcerpt = 160;

interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

export interface SendParts {
  /** Whether a request may go to an address; in production `isPublicAddress` (boot/openWebhooks.ts). */
  readonly allows: (address: string) => boolean;
  /** Every address of a name. */
  readonly resolve?: (host: string) => Promise<readonly ResolvedAddress[]>;
  /** Certificates that are trusted instead of the usual ones. */
  readonly ca?: string;
  readonly timeoutMs?: number;
}

/**
 * Sends requests to receivers. A name is resolved once, each of its addresses must be allowed, and the connection goes to these very
 * ones, whatever the name means a moment later. Redirects are answers like others, no proxy is asked, and nothing is sent but
 * what the request says. Plain http goes to this machine alone.
 */
export function createWebhookSender({
  allows,
  resolve = everyAddress,
  ca,
  timeoutMs = answerMs,
}: SendParts): SendWebhook {
  return async (request) => {
    const begun = performance.now();
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = (outcome: DeliveryOutcome, more: Partial<WebhookAnswer> = {}): WebhookAnswer => ({
      outcome,
      status: null,
      excerpt: '',
      retryAfterMs: null,
      ...more,
      ms: Math.round(performance.now() - begun),
    });
    try {
      const url = new URL(request.address);
      const addresses = await orTimeOut(signal, addressesOf(url, resolve));
      const mayGo = ({ address }: ResolvedAddress) =>
        allows(address) && (url.protocol === 'https:' || isLoopbackAddress(address));
      if (addresses.length === 0 || !addresses.every(mayGo)) return answer('notPublic');
      const response = await post(url, request, { addresses, ca, signal });
      const { statusCode: status = 0, headers } = response;
      const text = await read(response);
      if (text === null) return answer('tooLong', { status });
      const outcome = outcomeOf(status);
      if (outcome === 'delivered') return answer(outcome, { status });
      return answer(outcome, {
        status,
        excerpt: excerptOf(text),
        retryAfterMs: retryAfter(headers['retry-after']),
      });
    } catch (error) {
      if (signal.aborted) return answer('timedOut');
      return answer(isOfCertificate(error) ? 'untrusted' : 'unreachable');
    }
  };
}

async function everyAddress(host: string): Promise<readonly ResolvedAddress[]> {
  return lookUp(host, { all: true });
}

/** The addresses of the host of a URL; one that is a number, in whatever notation, was written out by the parser of URLs. */
async function addressesOf(
  { hostname }: URL,
  resolve: NonNullable<SendParts['resolve']>,
): Promise<readonly ResolvedAddress[]> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  return family === 0 ? resolve(host) : [{ address: host, family }];
}

interface Way {
  readonly addresses: readonly ResolvedAddress[];
  readonly ca: string | undefined;
  readonly signal: AbortSignal;
}

function post(
  url: URL,
  { headers, body }: WebhookRequest,
  { addresses, ca, signal }: Way,
): Promise<IncomingMessage> {
  const pinned: LookupFunction = (_, options, done) => {
    if (options.all) return done(null, [...addresses]);
    const [{ address, family } = { address: '', family: 4 }] = addresses;
    done(null, address, family);
  };
  const client = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const request = client.request(url, {
      method: 'POST',
      // Of its own: the common one may be told to ask a proxy, and keeps connections open.
      agent: new client.Agent({ keepAlive: false }),
      lookup: pinned,
      signal,
      headers: { ...headers, 'accept-encoding': 'identity', 'content-length': Buffer.byteLength(body) },
      ...(ca !== undefined && { ca }),
    });
    let interim = 0;
    request.on('information', () => {
      interim += 1;
      if (interim > maxInterim) request.destroy(new Error('interim answers without end'));
    });
    // Who answers by another protocol (101) has the connection closed, which is no error of its own.
    request.once('close', () => reject(new Error('closed without an answer')));
    request.once('response', resolve).on('error', reject).end(body);
  });
}

/** What was answered; null where there is no end of it. */
async function read(response: IncomingMessage): Promise<string | null> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of response) {
    length += piece.length;
    // Leaving the loop closes the connection.
    if (length > maxAnswerBytes) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function outcomeOf(status: number): DeliveryOutcome {
  if (status >= 200 && status < 300) return 'delivered';
  if (status >= 300 && status < 400) return 'redirected';
  return status === 410 ? 'gone' : 'refused';
}

/** Letters, figures and signs of ASCII alone: nothing that hides, turns or runs. */
function excerptOf(text: string): string {
  return text
    .slice(0, 4 * maxExcerpt)
    .replaceAll(/[^\x21-\x7e]+/g, ' ')
    .trim()
    .slice(0, maxExcerpt);
}

/** Seconds alone: a receiver's clock may be another one. */
function retryAfter(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) * 1000 : null;
}

function isOfCertificate(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|^ERR_TLS/.test(code);
}

function orTimeOut<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
