import type { Mailer, Recipient } from '../commands/items/letters.ts';
import type { LetterCause } from '../commands/items/mailLog.ts';
import type { Deps } from '../commands/ports/ports.ts';
import type { DomainEvent } from '../workflow/domainEvents.ts';
import * as access from './access.ts';
import * as apiKey from './apiKey.ts';
import * as appeal from './appeal.ts';
import * as application from './application.ts';
import * as casework from './casework.ts';
import * as change from './change.ts';
import * as complaint from './complaint.ts';
import { complaintSecret } from './complaintSecret.ts';
import * as condition from './condition.ts';
import * as correspondence from './correspondence.ts';
import * as criteria from './criteria.ts';
import * as decision from './decision.ts';
import * as digest from './digest.ts';
import * as exchange from './exchange.ts';
import * as finding from './finding.ts';
import * as information from './information.ts';
import * as label from './label.ts';
import { type DirectLetter, type JournalLetter, keysOf, type LetterWords } from './letter.ts';
import * as organisation from './organisation.ts';
import * as renewal from './renewal.ts';
import * as review from './review.ts';
import * as sanction from './sanction.ts';
import * as scope from './scope.ts';
import * as session from './session.ts';
import { signInCode } from './signInCode.ts';
import * as sponsorship from './sponsorship.ts';
import * as surveillance from './surveillance.ts';
import { testEmail } from './testEmail.ts';
import * as webhook from './webhook.ts';

const journalDefinitions = {
  ...access,
  ...apiKey,
  ...appeal,
  ...application,
  ...casework,
  ...change,
  ...condition,
  ...criteria,
  ...complaint,
  ...correspondence,
  ...decision,
  ...digest,
  ...exchange,
  ...finding,
  ...information,
  ...label,
  ...organisation,
  ...renewal,
  ...review,
  ...scope,
  ...sanction,
  ...session,
  ...sponsorship,
  ...surveillance,
  ...webhook,
};
const definitions = { ...journalDefinitions, complaintSecret, signInCode, testEmail } satisfies Record<
  NameIn<LetterWords>,
  unknown
>;

type NameIn<Group> = Group extends `${infer Name}.${string}` ? Name : Group;
type ParamsOf<D> = D extends DirectLetter<infer P> ? P : never;

/** Names of the letters that go when something became true. */
export type JournalLetterKind = keyof typeof journalDefinitions;
/** Names of all letters. */
export type LetterKind = keyof typeof definitions;
/** What each letter tells its reader. Days are YYYY-MM-DD, links are whole addresses of the service. */
export type LetterParams = { readonly [K in LetterKind]: ParamsOf<(typeof definitions)[K]> };

/** A letter to be written in its reader's language; of some kinds, or of any. */
export type Letter<Kinds extends LetterKind = LetterKind> = {
  readonly [K in Kinds]: {
    readonly kind: K;
    readonly to: Recipient;
    readonly params: LetterParams[K];
    /** The same for every try to send the same letter: with it, a letter that went out does not go twice. */
    readonly id?: string;
    /** Why it goes; absent for a letter that a command sends. */
    readonly cause?: LetterCause;
    /** Id of who asked for it to be sent again, though it is over. */
    readonly again?: string;
  };
}[Kinds];

/** What whoever sends letters of the journal is given. */
export interface LetterDeps extends Deps {
  readonly mailer: Mailer<Letter>;
}

/** Every letter by its name. */
export const letters: { readonly [K in LetterKind]: DirectLetter<LetterParams[K]> } = definitions;
/** Every letter that goes when something became true. */
export const journalLetters: {
  readonly [K in JournalLetterKind]: JournalLetter<LetterParams[K]>;
} = journalDefinitions;
/** Their names. */
export const journalLetterKinds = keysOf(journalLetters);

/** The letters that go when something became true. */
export function lettersOn(fact: DomainEvent): readonly JournalLetterKind[] {
  return journalLetterKinds.filter((kind) => journalLetters[kind].on.includes(fact));
}
