import type {
  BackupReading,
  DatabaseReading,
  QueueReading,
  TurnReading,
} from '../commands/ports/healthPorts.ts';
import type { WebhookLag } from '../commands/register/webhooks/webhookLag.ts';
import type { Unready } from './createReadiness.ts';

/** What a process can be asked about itself and what it stands on; each fails where what it asks does not answer. */
export interface Sources {
  /** By the clock of the service. */
  now(): Date;
  queue(): Promise<QueueReading>;
  turns(): Promise<readonly TurnReading[]>;
  database(): Promise<DatabaseReading>;
  /** Null where no scanner is set. */
  scanner(): Promise<boolean | null>;
  /** Null in a process that issues nothing. */
  keys(): Promise<KeyReading | null>;
  letters(): Promise<LetterReading>;
  webhooks(): Promise<WebhookLag>;
  /** Null where none was ever made. */
  backup(): Promise<BackupReading | null>;
  readiness(): Promise<Unready | null>;
}

/** How the keys stand that labels are signed and sealed with. */
export interface KeyReading {
  /** Whether what the key signs verifies. */
  readonly trusted: boolean;
  /** Since when it is published; null before its first signature. */
  readonly since: Date | null;
  /** Null where there is no seal, no root, or nothing that an authority of time leads to. */
  readonly sealUntil: Date | null;
  readonly rootUntil: Date | null;
  readonly timeUntil: Date | null;
  /** How many of all that is signed with, or that files are checked by, need somebody now. */
  readonly faults: number;
}

/** What became of letters in the last week. */
export interface LetterReading {
  readonly refused: number;
  readonly bounced: number;
  /** Whether none of the e-mails that were tried last went. */
  readonly failing: boolean;
  /** When one was taken by the mail server last; null where none ever was. */
  readonly lastSent: Date | null;
}

/** A reading that answers all who ask within `keptMs`, and gives up after `limitMs`; null where it failed, which is not kept. */
export function shared<T>(read: () => Promise<T>, keptMs: number, limitMs: number): () => Promise<T | null> {
  let last: { readonly at: number; readonly value: Promise<T | null> } | null = null;
  return () => {
    if (last === null || performance.now() - last.at >= keptMs) {
      const value = within(read, limitMs).catch(() => {
        last = null;
        return null;
      });
      last = { at: performance.now(), value };
    }
    return last.value;
  };
}

async function within<T>(read: () => Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  return Promise.race([read(), late]).finally(() => clearTimeout(timer));
}
