import type { Period } from './period.ts';

export const subjects = ['people', 'organisations', 'staff', 'anyone'] as const;
export const bases = ['contract', 'interest'] as const;
export const readers = [
  'self',
  'colleagues',
  'organisation',
  'officers',
  'reviewers',
  'committee',
  'administrators',
  'everyone',
  'nobody',
] as const;
export const beginnings = [
  'lastSignIn',
  'signIn',
  'request',
  'sending',
  'warning',
  'lastEdit',
  'end',
  'expiry',
  'count',
] as const;
export const needs = ['needed', 'account'] as const;
export const erasures = [
  'deleted',
  'blanked',
  'blankedUnlessSubmitted',
  'kept',
  'keptWithoutNote',
  'keptWithoutAddress',
  'keptWithoutPrivateNotes',
  'none',
] as const;

/** Periods that the program itself carries out, by the name that the map gives them. */
export const timedRules = [
  'unseenPeople',
  'signIns',
  'sessions',
  'mails',
  'sentLetters',
  'draftWarning',
  'drafts',
  'endedFiles',
  'closedInvitations',
  'complaints',
  'badgeHosts',
] as const;
export type TimedRule = (typeof timedRules)[number];

/** How long something is kept: a period from some beginning, or for as long as something else needs it. */
export type Keep =
  | { readonly rule: TimedRule; readonly for: Period; readonly from: (typeof beginnings)[number] }
  | { readonly rule: string; readonly until: (typeof needs)[number] };

/** One purpose that data are kept for. */
export interface DataUse {
  /** Collections and their fields, but for the keys and the ends of chains. */
  readonly collections: Readonly<Record<string, readonly string[]>>;
  readonly about: readonly (typeof subjects)[number][];
  readonly basis: (typeof bases)[number];
  readonly seenBy: readonly (typeof readers)[number][];
  readonly keeps: readonly Keep[];
  readonly erasure: (typeof erasures)[number];
}

/** What is kept and why, by purpose (criteria/data.yaml). */
export interface DataMap {
  readonly uses: Readonly<Record<string, DataUse>>;
  /** The periods that the program carries out. */
  readonly periods: Readonly<Record<TimedRule, Period>>;
}
