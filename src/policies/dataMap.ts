import * as z from 'zod';
import { type Period, readPeriod } from './period.ts';

/** Periods that the program itself carries out, by the name that the map gives them. */
export const timedRules = [
  'unseenPeople',
  'signIns',
  'sessions',
  'keptUploads',
  'mails',
  'sentLetters',
  'draftWarning',
  'drafts',
  'endedFiles',
  'closedInvitations',
  'complaints',
  'exchanges',
  'attachments',
  'badgeHosts',
  'webhookDeliveries',
  'wallets',
] as const;
export type TimedRule = (typeof timedRules)[number];

const period = z.string().transform((text, context) => {
  const read = readPeriod(text);
  if (read) return read;
  // It goes on, so that this is told, and not that neither way to keep fits.
  context.addIssue({
    code: 'custom',
    message: `${text} is no period like P24M, P30D or PT15M`,
    continue: true,
  });
  return z.NEVER;
});
const beginning = z.enum([
  'lastSignIn',
  'signIn',
  'request',
  'sending',
  'warning',
  'lastEdit',
  'end',
  'expiry',
  'count',
]);
const need = z.enum(['needed', 'account', 'webhook']);

const keep = z.union(
  [
    z.strictObject({ rule: z.enum(timedRules), for: period, from: beginning }),
    z.strictObject({ rule: z.string(), until: need }),
  ],
  { error: 'a period the program carries out and from when, or until what' },
);
/** How long something is kept: a period from some beginning, or for as long as something else needs it. */
export type Keep = Readonly<z.infer<typeof keep>>;

const use = z.strictObject({
  /** Collections and their fields, but for the keys and the ends of chains. */
  collections: z.record(z.string(), z.array(z.string())),
  about: z.array(z.enum(['people', 'organisations', 'staff', 'anyone'])),
  basis: z.enum(['contract', 'interest']),
  seenBy: z
    .array(
      z.enum([
        'self',
        'colleagues',
        'organisation',
        'officers',
        'reviewers',
        'committee',
        'administrators',
        'everyone',
        'nobody',
      ]),
    )
    .min(1),
  keeps: z.array(keep).min(1),
  erasure: z.enum([
    'deleted',
    'blanked',
    'blankedUnlessSubmitted',
    'kept',
    'keptWithoutNote',
    'keptWithoutAddress',
    'keptWithoutPrivateNotes',
    'keptWithoutNotesAbout',
    'none',
  ]),
});
/** One purpose that data are kept for. */
export type DataUse = Readonly<z.infer<typeof use>>;

/** What data.yaml says: purposes by their names. */
export const dataMapShape = z.record(z.string(), use);

/** What is kept and why, by purpose. */
export interface DataMap {
  readonly uses: Readonly<Record<string, DataUse>>;
  /** The periods that the program carries out. */
  readonly periods: Readonly<Record<TimedRule, Period>>;
}
