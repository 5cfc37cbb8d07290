import { linkKey } from '../commands/common/signedLink.ts';
import type { Mailbox, Mailer } from '../commands/items/letters.ts';
import type { Config } from '../config.ts';
import type { Letter } from '../letters/letters.ts';
import type { LetterPaper } from '../mailing/writeLetter.ts';
import type { Storage } from './openStorage.ts';

/** How letters leave, and how to end it. */
export interface Mail extends Mailer<Letter> {
  /** The letters that stay here to be read on screen; null where they are really sent. */
  readonly mailbox: Mailbox | null;
  close(): Promise<void>;
}

export interface MailParts {
  readonly config: Pick<Config, 'mail' | 'mode' | 'operator'>;
  readonly storage: Pick<Storage, 'mailbox' | 'sentLetters'>;
  readonly publicUrl: string;
  readonly sessionSecret: string;
  readonly log: { error(data: object, message: string): void };
}

type Carrier = Mailer<Letter> & { close?(): void };

/** Over the mail server when one is configured, otherwise into the mailbox; what writes is loaded with the first letter. */
export function openMail(parts: MailParts): Mail {
  let carrier: Promise<Carrier> | undefined;
  return {
    mailbox: parts.config.mail === null ? parts.storage.mailbox : null,
    send: async (letter) => {
      carrier ??= carrierOf(parts);
      await (await carrier).send(letter);
    },
    close: async () => (await carrier)?.close?.(),
  };
}

async function carrierOf({ config, storage, publicUrl, sessionSecret, log }: MailParts): Promise<Carrier> {
  const { createI18n } = await import('../i18n/i18n.ts');
  const paper: LetterPaper = {
    i18n: createI18n(),
    publicUrl,
    linkKey: linkKey(sessionSecret),
    contact: config.operator.email,
    specimen: config.mode === 'development',
  };
  if (config.mail === null) {
    const { createMailboxMailer } = await import('../mailing/createMailboxMailer.ts');
    return createMailboxMailer(storage.mailbox, paper);
  }
  const { createSmtpMailer } = await import('../mailing/createSmtpMailer.ts');
  return createSmtpMailer({ ...config.mail, paper, sent: storage.sentLetters, log });
}
