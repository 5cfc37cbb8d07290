import { createTransport } from 'nodemailer';
import { LabelError } from '../errors.ts';
import type { Letter } from '../letters/letters.ts';
import { schemeId } from '../profile/schemeFile.ts';
import { currentRequest } from '../requestScope.ts';
import { bounceAddress } from './bounceAddress.ts';
import type { Carrier } from './logLetters.ts';
import { type LetterPaper, writeLetter } from './writeLetter.ts';

/** For each answer of the server (milliseconds). */
const answerMs = 10_000;
/** So long (milliseconds) after the server was not reached no letter tries it: each would hold up what waits behind it. */
const restMs = 30_000;
/** For a whole letter: well below the minute for which a worker holds its job. */
const letterMs = 30_000;

export interface SmtpConfig {
  /** smtp:// or smtps://, with credentials if need be; `?requireTLS=true` insists on encryption. */
  readonly url: string;
  /** An address, or a name and an address in angle brackets. */
  readonly from: string;
  readonly paper: LetterPaper;
  /** Where reports on letters that come back are received, and the key that signs each address there; null where none are. */
  readonly bounces: { readonly address: string; readonly key: Buffer } | null;
  readonly log: { error(data: object, message: string): void };
  readonly answerMs?: number;
}

/** A mailer that needs to be closed at the end. */
export interface SmtpMailer extends Carrier {
  close(): void;
}

/** Carries letters to a mail server over a few connections that stay open. */
export function createSmtpMailer(config: SmtpConfig): SmtpMailer {
  const { paper, bounces, log } = config;
  const transport = open(config);
  let restsUntil = 0;
  const carry = async (letter: Letter, ref = '') => {
    const { to, subject, text, html, headers, calendar } = writeLetter(letter, paper);
    const { host } = new URL(paper.publicUrl);
    const request = currentRequest();
    await transport.sendMail({
      from: config.from,
      replyTo: paper.contact,
      to: { name: letter.to.name, address: to },
      subject,
      text,
      html,
      headers: { ...headers, ...(request !== undefined && { 'X-Request-Id': request }) },
      ...(calendar && { icalEvent: { ...calendar, filename: `${schemeId}.ics` } }),
      // Sent again it is another message: servers leave out one that they know.
      ...(letter.id !== undefined && !letter.again && { messageId: messageId(letter.id, host) }),
      ...(bounces &&
        ref !== '' && { envelope: { from: bounceAddress(bounces.address, bounces.key, ref), to } }),
      signal: AbortSignal.timeout(letterMs),
    });
  };
  return {
    send: async (letter, ref) => {
      if (performance.now() < restsUntil) throw new LabelError('mailUnavailable');
      try {
        await carry(letter, ref);
      } catch (error) {
        if (error instanceof LabelError) throw error;
        if (isOutOfReach(error)) restsUntil = performance.now() + restMs;
        log.error({ kind: letter.kind, why: reasonOf(error) }, 'a letter could not be sent');
        const cause = answerOf(error);
        if (!isRefused(error)) throw new LabelError('mailUnavailable', { cause });
        throw new LabelError('mailRefused', { params: { status: statusOf(error) }, cause });
      }
    },
    close: () => transport.close(),
  };
}

function open({ url, answerMs: ms = answerMs }: SmtpConfig) {
  return createTransport({
    url,
    pool: true,
    connectionTimeout: ms,
    greetingTimeout: ms,
    socketTimeout: ms,
    dnsTimeout: ms,
    // What a letter says is never a path or an address to read from.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** The id of a letter as RFC 5322 spells one: words and dots before the host. */
function messageId(id: string, host: string): string {
  return `<${id.replaceAll(/[^\w.-]+/g, '.')}@${host.replaceAll(/[^\w.-]+/g, '.')}>`;
}

/** Whether nobody answered at all, or refused the connection: no other letter would go now. */
function isOutOfReach(error: unknown): boolean {
  const { command, responseCode } = error as { command?: unknown; responseCode?: unknown };
  return responseCode === undefined && (command === undefined || command === 'CONN');
}

/** Whether the server refused this recipient for good; refusing the sender is a fault of ours, which everyone must notice. */
function isRefused(error: unknown): boolean {
  const { command, responseCode } = error as { command?: unknown; responseCode?: unknown };
  return command === 'RCPT TO' && typeof responseCode === 'number' && responseCode >= 500;
}

/** The code with which a server said why (RFC 3463), or else its reply code. */
function statusOf(error: unknown): string {
  const { response, responseCode } = error as { response?: unknown; responseCode?: unknown };
  const [, status] = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(String(response ?? '')) ?? [];
  return status ?? String(responseCode ?? '');
}

/** What the server answered, or what kept it from answering, without the addresses that servers repeat. */
function answerOf(error: unknown): string {
  const { response, message } = error as { response?: unknown; message?: unknown };
  return String(response ?? message ?? '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/[^\s<>"'(]+@[^\s<>"')]+/g, '…')
    .slice(0, 300);
}

/** What went wrong in the server's codes alone: its sentences repeat addresses. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return [code ?? error.name, responseCode].filter((part) => part !== undefined).join(' ');
}
