import { dayOf, daysBetween } from '../../../register/day.ts';
import type { IssuerKey } from '../../ports/issuedPorts.ts';
import type { KeyFolder } from '../../ports/issuing/keyFolder.ts';
import type { LogHead } from '../../ports/logPorts.ts';
import { type HealthLine, line, lineIn, lineUntil } from './healthLine.ts';
import { standingOf } from './keyStanding.ts';

/** Days of a key's life after which it is to be replaced. */
const keyDays = 365;

/** How the keys of an installation stand, and what is published of them. */
export interface KeysSeen {
  readonly folder: KeyFolder;
  readonly published: readonly IssuerKey[];
  /** Null before the public log has begun. */
  readonly head: Pick<LogHead, 'vkey' | 'held'> | null;
  /** Whose log this installation keeps. */
  readonly origin: string;
  /** An authority of time is set. */
  readonly stamps: boolean;
  /** Nothing that is issued is real. */
  readonly specimen: boolean;
  readonly now: Date;
}

/** The key that credentials are signed with: nothing is issued without it. */
export function keysLine({ folder: { credential }, published, now }: KeysSeen): HealthLine {
  if (credential === 'unread') return lineIn('keys', 'unread', 'now');
  if (credential === 'missing') return lineIn('keys', 'none', 'now');
  const { id: key, since, trusted } = standingOf(credential, published);
  if (!trusted) return line('keys', 'now', { key });
  const day = since === null ? '' : dayOf(since);
  const isOld = day !== '' && daysBetween(day, dayOf(now.toISOString())) > keyDays;
  return line('keys', isOld ? 'soon' : 'good', { key, used: day === '' ? 'no' : 'yes', since: day });
}

/** The key that tokens are signed with: for wallets, and the conformity credential. */
export function tokensLine({ folder: { token }, published }: KeysSeen): HealthLine {
  if (token === 'unread') return lineIn('tokens', 'unread', 'now');
  if (token === 'missing') return lineIn('tokens', 'none', 'soon');
  const { id: key, trusted } = standingOf(token, published);
  return line('tokens', trusted ? 'good' : 'now', { key });
}

/** What certificates and papers are sealed with. */
export function sealLine({ folder: { seal }, specimen, now }: KeysSeen): HealthLine {
  if (seal === 'unread') return lineIn('seal', 'unread', 'now');
  if (seal === 'missing') return lineIn('seal', 'none', 'now');
  if (seal.specimen && !specimen) return lineIn('seal', 'specimen', 'now');
  return lineUntil('seal', seal.until, now);
}

/** What the authority of time leads to. */
export function timeLine({ folder: { time }, stamps, specimen, now }: KeysSeen): HealthLine {
  if (!stamps) return lineIn('time', 'none', specimen ? 'good' : 'soon');
  if (time === 'unread') return lineIn('time', 'unread', 'now');
  if (time === 'missing') return lineIn('time', 'keyless', 'soon');
  return lineUntil('time', time.until, now);
}

/** The key of the public log: it can never be another one. */
export function logLine({ folder: { log }, head, origin }: KeysSeen): HealthLine {
  if (log === 'unread') return lineIn('log', 'unread', 'now');
  if (log === 'missing') return head ? lineIn('log', 'none', 'now') : lineIn('log', 'unbegun', 'good');
  if (log.origin !== origin) return lineIn('log', 'specimen', 'now', { origin: log.origin });
  if (head && head.vkey !== log.vkey) return lineIn('log', 'wrong', 'now');
  if (head?.held) return lineIn('log', 'held', 'now');
  return line('log', 'good', { origin });
}
