import { linkKey } from '../commands/common/signedLink.ts';
import type { Mailbox, Mailer } from '../commands/items/letters.ts';
import type { Ids } from '../commands/ports/ports.ts';
import type { Counts, Tracing } from '../commands/ports/watchPorts.ts';
import type { Config } from '../config.ts';
import type { Letter } from '../letters/letters.ts';
import { bounceKey } from '../mailing/bounceAddress.ts';
import type { LetterPaper } from '../mailing/writeLetter.ts';
import type { Storage } from './openStorage.ts';

/** How letters leave, and how to end it. */
export interface Mail extends Mailer<Letter> {
  /** The letters that stay here to be read on screen; null where they are really sent. */
  readonly mailbox: Mailbox | null;
  /** What letters are written on. */
  paper(): Promise<LetterPaper>;
  close(): Promise<void>;
}

export interface MailParts {
  readonly config: Pick<Config, 'mail' | 'bounces' | 'mode' | 'operator'>;
  readonly storage: Pick<Storage, 'mailbox' | 'mailLog' | 'clock'>;
  readonly ids: Pick<Ids, 'next'>;
  readonly publicUrl: string;
  readonly sessionSecret: string;
  readonly log: { info(data: object, message: string): void; error(data: object, message: string): void };
  readonly counts: Pick<Counts, 'letter'>;
  readonly tracing: Tracing;
}

type Opened = Mailer<Letter> & { close?(): void };

/** Over the mail server when one is configured, otherwise into the mailbox; what writes is loaded with the first letter. */
export function openMail(parts: MailParts): Mail {
  let opened: Promise<Opened> | undefined;
  let written: Promise<LetterPaper> | undefined;
  const paper = () => {
    written ??= paperOf(parts);
    return written;
  };
  return {
    paper,
    mailbox: parts.config.mail === null ? parts.storage.mailbox : null,
    send: async (letter) => {
      opened ??= opening(parts, paper);
      await (await opened).send(letter);
    },
    close: async () => (await opened)?.close?.(),
  };
}

async function paperOf({ config, publicUrl, sessionSecret }: MailParts): Promise<LetterPaper> {
  const { createI18n } = await import('../i18n/i18n.ts');
  return {
    i18n: createI18n(),
    publicUrl,
    linkKey: linkKey(sessionSecret),
    contact: config.operator.email,
    specimen: config.mode === 'development',
  };
}

async function opening(
  { config, storage, ids, sessionSecret, log, counts, tracing }: MailParts,
  paperOnce: () => Promise<LetterPaper>,
): Promise<Opened> {
  const [paper, { logLetters }] = await Promise.all([paperOnce(), import('../mailing/logLetters.ts')]);
  const logging = { log: storage.mailLog, clock: storage.clock, ids, counts, tracing, logger: log };
  if (config.mail === null) {
    const { createMailboxMailer } = await import('../mailing/createMailboxMailer.ts');
    return logLetters(createMailboxMailer(storage.mailbox, paper), logging);
  }
  const { createSmtpMailer } = await import('../mailing/createSmtpMailer.ts');
  const bounces = config.bounces && { address: config.bounces.address, key: bounceKey(sessionSecret) };
  const carrier = createSmtpMailer({ ...config.mail, paper, bounces, log });
  return { ...logLetters(carrier, logging), close: () => carrier.close() };
}
