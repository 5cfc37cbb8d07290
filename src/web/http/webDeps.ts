import type { Mailbox } from '../../commands/items/letters.ts';
import type { DemoAccount } from '../../commands/people/accounts/demoAccounts.ts';
import type { AccessDeps } from '../../commands/ports/accessPorts.ts';
import type { Clockwork } from '../../commands/ports/clockPorts.ts';
import type { Demonstration } from '../../commands/ports/demonstrationPorts.ts';
import type { HealthReadings } from '../../commands/ports/healthPorts.ts';
import type { LimitClass, LimitRules, Quota } from '../../commands/ports/limitRules.ts';
import type { LetterDesk } from '../../commands/ports/mailPorts.ts';
import type { SecurityLog } from '../../commands/ports/securityPorts.ts';
import type { WalletDesk } from '../../commands/ports/wallet/walletPorts.ts';
import type { Counts, Tracing } from '../../commands/ports/watchPorts.ts';
import type { ReadingBack } from '../../commands/verify/verifyFile.ts';
import type { Language } from '../../criteria/scheme.ts';
import type { Entry } from '../../register/entry.ts';
import type { Validity } from '../../register/validity.ts';
import type { RegisterCaches } from './cache/openCaches.ts';
import type { UploadRoom } from './uploads/uploadRoom.ts';

/** `large` carries the code to scan, `standard` is the panel, `mark` serves below 64 pixels. */
export const badgeForms = ['large', 'standard', 'mark'] as const;
export type BadgeForm = (typeof badgeForms)[number];

/** Draws badges that are not stored: another form, or another state than the one that was issued. */
export interface Badges {
  /** The badge as SVG, saying what the status says. */
  draw(entry: Entry, status: Validity, form: BadgeForm, language: Language): Promise<string>;
  /** A picture of an SVG, `width` pixels wide. */
  png(svg: string, width: number): Promise<Buffer>;
  webp(svg: string, width: number): Promise<Buffer>;
}

/** A session as its owner sees it in a list; times as ISO instants. */
export interface OwnSession {
  readonly id: string;
  readonly how: string;
  readonly device: string;
  readonly createdAt: string;
  readonly seenAt: string;
}

/** Where sessions are kept between requests, for as long as they may last. */
export interface Sessions {
  /** By the clock that sessions end by. */
  now(): Date;
  /** The id under which the session of a key is listed. */
  idOf(key: string): string;
  get(key: string): Promise<object | undefined>;
  create(key: string, data: object): Promise<void>;
  /** Writes over a session that is there still; one that was ended stays ended. */
  change(key: string, data: object): Promise<void>;
  destroy(key: string): Promise<void>;
  /** Those of a person, the last used first. */
  of(personId: string): Promise<OwnSession[]>;
  end(personId: string, id: string): Promise<void>;
  endAll(personId: string): Promise<void>;
}

interface KeptUpload {
  readonly bytes: Buffer;
  readonly name: string;
}

/** The last file of a person whose form was refused for something else, for an hour. */
export interface KeptUploads {
  /** Gives its key, which its form sends back. */
  keep(personId: string, upload: KeptUpload): Promise<string>;
  /** Null for another one, or once its time is over. */
  find(personId: string, key: string): Promise<KeptUpload | null>;
  drop(personId: string): Promise<void>;
}

/** Counts how often someone does something. */
export interface Limits {
  readonly rules: LimitRules;
  /** What is left, null where that is not known at each time; throws `tooManyRequests` past what is usual, with `retryAfter` in seconds. */
  take(name: LimitClass, key: string): Promise<Quota | null>;
}

/** Everything the web is given: what commands need, and what only a server of pages needs. */
export interface WebDeps extends AccessDeps {
  readonly mode: 'development' | 'production';
  /** At least 32 characters; signs the session cookie. */
  readonly sessionSecret: string;
  readonly sessions: Sessions;
  readonly keptUploads: KeptUploads;
  readonly limits: Limits;
  /** By which a directory of the staff is let in (SCIM); null where there is none. */
  readonly scimToken: string | null;
  /** Whether roles of staff count only for who came by passkey or identity provider. */
  readonly requireStrongSignIn: boolean;
  /** Proxies of ours between the internet and this process; 0 when none is to be believed. */
  readonly trustedProxyHops: number;
  readonly badges: Badges;
  /** Room for files of people without an account. */
  readonly uploads: UploadRoom;
  /** Room for files of people with one, and of their keys: nobody outside can fill it. */
  readonly ownUploads: UploadRoom;
  /** Memory of the register, for public answers. */
  readonly caches: RegisterCaches;
  /** What wallets take and show; null where they are switched off. */
  readonly wallets: WalletDesk | null;
  /** Reads files that visitors want checked. */
  readonly readingBack: ReadingBack;
  /** The letters written so far; null where letters are really sent. */
  readonly mailbox: Pick<Mailbox, 'letters' | 'letter'> | null;
  /** What the installation knows of itself. */
  readonly health: HealthReadings;
  /** Letters as the office reads them, and sends them again. */
  readonly letterDesk: LetterDesk;
  /** The clock as it is moved by hand in development; null elsewhere. */
  readonly clockwork: Clockwork | null;
  /** Its people, to become any of them, and its reset; null where nothing is shown, and always in production. */
  readonly demonstration: Demonstration | null;
  /** True in production while no virus scanner is set up: each page of the staff says so. */
  readonly unscanned: boolean;
  /** Accounts that the sign-in page offers in development. */
  readonly demoAccounts: readonly Pick<DemoAccount, 'email' | 'name' | 'roles'>[];
  readonly log: { info(data: object, message: string): void; error(data: object, message: string): void };
  readonly security: SecurityLog;
  readonly counts: Counts;
  readonly tracing: Tracing;
  /** Who runs the label, where that was said, and how people reach them. */
  readonly operator: {
    readonly name: string | null;
    readonly email: string;
    readonly phone: string | null;
    readonly address: string | null;
  };
  /** Whom to tell of a weakness and where its policy is read, as addresses; null where nobody is named. */
  readonly securityContact: { readonly contact: string; readonly policy: string | null } | null;
}
