import type { ErrorCode } from '../../errors.ts';
import type { DomainEvent } from '../../workflow/domainEvents.ts';

/** What became true that whoever watches over the service wants to hear of; each keeps the name it has in the journal. */
export const securityFacts = [
  'person.enrolled',
  'person.signedIn',
  'person.signedOutEverywhere',
  'person.passkeyAdded',
  'person.passkeyRemoved',
  'person.passkeysReset',
  'person.passkeyRefused',
  'person.identityLinked',
  'person.calendarFeedMade',
  'person.calendarFeedRevoked',
  'person.rolesProposed',
  'person.rolesChanged',
  'person.rolesDeclined',
  'person.rolesWithdrawn',
  'person.removed',
  'person.readmitted',
  'person.exported',
  'person.erased',
  'organisation.exported',
  'organisation.erased',
  'reviewer.admitted',
  'reviewer.renewed',
  'reviewer.suspended',
  'issuer.keyAdded',
  'issuer.keyDistrusted',
  'journal.read',
  'journal.verified',
  'list.exported',
  'case.exported',
  'apiKey.made',
  'apiKey.rotated',
  'apiKey.revoked',
] as const satisfies readonly DomainEvent[];

/** What a request was answered with, by the code of its refusal. */
export const refusalEvents = {
  codeRefused: 'signIn.refused',
  codeSpent: 'signIn.refused',
  passkeyRefused: 'signIn.refused',
  otherBrowser: 'signIn.refused',
  providerRefused: 'signIn.refused',
  keyMissing: 'apiKey.refused',
  keyRefused: 'apiKey.refused',
  scopeMissing: 'apiKey.refused',
  scimTokenMissing: 'scim.refused',
  scimTokenRefused: 'scim.refused',
  strongSignInRequired: 'access.refused',
  forbidden: 'access.refused',
  tooManyRequests: 'limit.reached',
  badRequest: 'request.refused',
  badHost: 'request.refused',
  bodyTooLarge: 'request.refused',
} as const satisfies Partial<Record<ErrorCode, string>>;

/** What a page itself says of a request. */
export const requestEvents = ['signIn.codeSent', 'csrf.refused', 'scim.written'] as const;

/** What is done on the server with everything that is stored. */
export const operationEvents = ['backup.made', 'backup.restored'] as const;

/** One thing to tell; what names someone outside (`client`, `address`) is written as a keyed hash only. */
export interface SecurityEvent {
  readonly event:
    | (typeof securityFacts)[number]
    | (typeof refusalEvents)[keyof typeof refusalEvents]
    | (typeof requestEvents)[number]
    | (typeof operationEvents)[number];
  /** Why, as a code. */
  readonly reason?: string;
  /** Id of the request, as the journal and `X-Request-Id` name it. */
  readonly request?: string;
  /** Id of who did it; absent for a visitor. */
  readonly actor?: string;
  /** What it was done to, as the journal names it, e.g. `people/01J…`. */
  readonly subject?: string;
  readonly method?: string;
  /** The route as the program names it, e.g. `/:language/people/:id`: without what a visitor wrote into it. */
  readonly route?: string;
  readonly status?: number;
  readonly client?: string;
  readonly address?: string;
  readonly given?: readonly string[];
  readonly taken?: readonly string[];
  /** How someone signed in; how a backup was made. */
  readonly how?: string;
}

/** The stream of events for whoever watches over the service. */
export interface SecurityLog {
  note(event: SecurityEvent): void;
}
