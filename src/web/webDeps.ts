import type { Deps, Letter } from '../commands/ports.ts';
import type { Language } from '../criteria/scheme.ts';
import type { Entry } from '../register/entry.ts';
import type { PublicStatus } from '../register/publicStatus.ts';

/** `large` carries the code to scan, `standard` is the panel, `mark` serves below 64 pixels. */
export const badgeForms = ['large', 'standard', 'mark'] as const;
export type BadgeForm = (typeof badgeForms)[number];

/** Draws badges that are not stored: another form, or another state than the one that was issued. */
export interface Badges {
  /** The badge as SVG, saying what the status says. */
  draw(entry: Entry, status: PublicStatus, form: BadgeForm, language: Language): Promise<string>;
  /** A PNG of an SVG, `width` pixels wide. */
  png(svg: string, width: number): Promise<Buffer>;
}

/** Where sessions are kept between requests; `maxAge` in milliseconds. */
export interface Sessions {
  get(key: string): Promise<object | undefined>;
  set(key: string, data: object, maxAge?: number | 'session'): Promise<void>;
  destroy(key: string): Promise<void>;
}

/** A letter that was kept for reading on screen instead of sent. */
export interface MailboxLetter extends Letter {
  readonly at: Date;
}

/** An account that the sign-in page offers in development. */
export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly role: string;
}

/** The part of a logger that the web writes to. */
export interface WebLog {
  error(data: object, message: string): void;
}

/** Everything the web is given: what commands need, and what only a server of pages needs. */
export interface WebDeps extends Deps {
  readonly mode: 'development' | 'production';
  /** At least 32 characters; signs the session cookie. */
  readonly sessionSecret: string;
  readonly sessions: Sessions;
  readonly badges: Badges;
  /** The letters written so far, newest first; null where letters are really sent. */
  readonly mailbox: (() => Promise<readonly MailboxLetter[]>) | null;
  readonly demoAccounts: readonly DemoAccount[];
  readonly log: WebLog;
}
