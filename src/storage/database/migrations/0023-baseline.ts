import type { Connection } from 'mongoose';
import { bindingLanguage } from '../../../profile/profile.ts';
import { changeSeries } from '../takeNumbers.ts';
import { createIndexes, type Indexes } from './addedIndexes.ts';

/** Letters alone decide where names are compared: no capitals, accents, spaces or punctuation (register/sameOrganisation.ts). */
const letters = { locale: bindingLanguage, strength: 1, alternate: 'shifted' } as const;
/** The beginning of a name is looked for without its capitals and accents. */
const beginnings = { locale: bindingLanguage, strength: 1 } as const;
const unique = true;
const sparse = true;
const untilExpired = { expireAfterSeconds: 0 } as const;
const days = (count: number) => ({ expireAfterSeconds: count * 24 * 3600 });

/** Every index of the first installation, by collection. */
export const baselineIndexes: Indexes = {
  appeals: [
    { key: { 'context.applicationId': 1, _id: -1 } },
    { key: { 'context.organisationId': 1 } },
    { key: { state: 1, _id: 1 } },
  ],
  applications: [
    { key: { 'context.organisationId': 1, _id: -1 } },
    { key: { state: 1, contentErasedAt: 1, _id: 1 } },
    { key: { state: 1, _id: 1, 'context.organisationId': 1, submittedAt: 1 } },
  ],
  badgeHosts: [{ key: { number: 1, day: 1 } }, { key: { day: 1 } }],
  committeeSessions: [
    { key: { state: 1, 'context.plannedFor': -1, _id: -1 } },
    { key: { 'context.agenda': 1, 'context.plannedFor': -1, _id: -1 } },
  ],
  complaints: [
    { key: { receivedAt: 1 } },
    { key: { email: 1 }, sparse },
    { key: { 'photo.digest': 1 }, sparse },
    { key: { sent: 1 }, unique, partialFilterExpression: { sent: { $exists: true } } },
  ],
  entries: [
    { key: { changedAt: -1, _id: -1 } },
    { key: { 'files.digest': 1 } },
    { key: { change: 1 } },
    { key: { 'organisation.id': 1, _id: -1 } },
  ],
  evidence: [
    { key: { applicationId: 1, _id: 1 } },
    { key: { applicationId: 1, digest: 1 }, unique },
    { key: { digest: 1 } },
  ],
  findings: [
    { key: { 'context.applicationId': 1, _id: 1 } },
    { key: { 'context.organisationId': 1 } },
    { key: { state: 1, 'context.dueAt': 1 } },
  ],
  'fs.chunks': [{ key: { files_id: 1, n: 1 }, unique }],
  'fs.files': [{ key: { filename: 1 }, unique }],
  invitations: [
    { key: { organisationId: 1, _id: -1 } },
    { key: { email: 1, _id: -1 } },
    { key: { expiresAt: 1 } },
  ],
  jobs: [{ key: { state: 1, runAt: 1, _id: 1 } }],
  labels: [{ key: { 'context.organisationId': 1, _id: -1 } }, { key: { state: 1, _id: 1 } }],
  limits: [
    { key: { expire: -1 }, ...untilExpired },
    { key: { key: 1 }, unique },
  ],
  // Letters hold sign-in codes in clear: they are for reading now, not for keeping.
  mails: [{ key: { at: -1 }, ...days(7) }, { key: { to: 1 } }],
  organisations: [
    { key: { identifier: 1 }, partialFilterExpression: { identifier: { $gt: '' } } },
    { key: { postcode: 1, name: 1 }, collation: letters },
    { key: { name: 1, _id: 1 }, collation: beginnings },
  ],
  passkeys: [{ key: { personId: 1, createdAt: 1 } }],
  people: [
    { key: { roles: 1, name: 1 } },
    { key: { 'memberships.organisationId': 1, name: 1 } },
    { key: { name: 1, _id: 1 }, collation: beginnings },
    { key: { email: 1, _id: 1 }, collation: beginnings },
    // Erased people share an empty address.
    { key: { email: 1 }, unique, partialFilterExpression: { email: { $gt: '' } } },
    { key: { removedAt: 1, seenOn: 1 } },
  ],
  precedents: [
    { key: { criteria: 1, _id: -1 } },
    { key: { criteria: 1, outcome: 1, _id: -1 } },
    { key: { outcome: 1, _id: -1 } },
    { key: { words: 1, _id: -1 } },
    { key: { applicationId: 1, _id: -1 } },
  ],
  providerLinks: [{ key: { issuer: 1, personId: 1 }, unique }, { key: { personId: 1 } }],
  records: [
    { key: { stream: 1, seq: 1 }, unique },
    { key: { 'actor.id': 1, at: -1 } },
    { key: { at: -1, _id: -1 } },
    { key: { 'actor.id': 1, at: -1, _id: -1 } },
    { key: { facts: 1, at: -1, _id: -1 } },
    { key: { stream: 1, at: -1, _id: -1 } },
  ],
  reviews: [
    { key: { 'context.applicationId': 1, _id: 1 } },
    { key: { 'context.personId': 1, _id: -1 } },
    { key: { 'context.personId': 1, state: 1 } },
    { key: { organisationId: 1, _id: 1 } },
    { key: { state: 1, _id: 1 } },
  ],
  searchRows: [{ key: { words: 1, holds: -1, _id: -1 } }, { key: { holds: -1, _id: -1 } }],
  searchTerms: [{ key: { near: 1 } }, { key: { ends: 1 }, sparse }],
  sentLetters: [{ key: { at: 1 }, ...days(30) }],
  sessions: [{ key: { expiresAt: 1 }, ...untilExpired }, { key: { personId: 1, seenAt: -1 } }],
  signIns: [
    { key: { expiresAt: 1 }, ...untilExpired },
    { key: { tokenHash: 1 }, unique },
    { key: { email: 1 } },
  ],
  sponsorships: [{ key: { applicationId: 1, _id: 1 } }, { key: { sponsorId: 1, _id: -1 } }],
  // A place in the status lists is given once; what is set in a list is read at once.
  statusEntries: [
    { key: { list: 1, index: 1 }, unique },
    { key: { number: 1, revision: 1 } },
    { key: { list: 1, revoked: 1, index: 1 }, partialFilterExpression: { revoked: true } },
    { key: { list: 1, suspended: 1, index: 1 }, partialFilterExpression: { suspended: true } },
  ],
  ties: [{ key: { personId: 1, _id: 1 } }, { key: { organisationId: 1, _id: 1 } }],
};

/** What the first installation begins with: its indexes, and the counter of changes of the register. */
export async function baseline(connection: Connection): Promise<void> {
  await createIndexes(connection, baselineIndexes);
  await connection
    .collection<{ _id: string; n: number }>('counters')
    .updateOne({ _id: changeSeries }, { $setOnInsert: { n: 0 } }, { upsert: true });
}
