import type { Connection, mongo } from 'mongoose';

/** Indexes by collection. */
export type Indexes = Readonly<Record<string, mongo.IndexDescription[]>>;

/** Items in some states by their due date. */
const dueOrder = { key: { state: 1, 'context.dueAt': 1, _id: 1 } } satisfies mongo.IndexDescription;

/** Indexes that came after the first installation, by the name of the migration that makes them. */
export const addedIndexes: Readonly<Record<string, Indexes>> = {
  // Changes of roles that wait for a second administrator are found among all people.
  '0024-roles-proposals': { people: [{ key: { 'rolesProposal.until': 1 }, sparse: true }] },
  // What a person did on a file, and the files that they evaluated, are found by the person.
  '0025-duties': {
    records: [{ key: { 'actor.id': 1, stream: 1 } }],
    applications: [
      { key: { 'context.reviewers.personId': 1 } },
      { key: { 'context.moderatedBy': 1 } },
      { key: { 'context.earlierPeople': 1 } },
    ],
  },
  // Sessions by who is recused in them: looked up with every request of someone of the staff.
  '0026-recusals': { committeeSessions: [{ key: { 'context.recusals.personId': 1 } }] },
  // Complaints by the organisation that they are about: whoever is barred from it is shown no line of theirs.
  '0027-complaints-of-organisations': { complaints: [{ key: { organisationId: 1 } }] },
  // What is due, in the order in which it fell due.
  '0028-due': {
    applications: [dueOrder],
    findings: [dueOrder],
    reviews: [dueOrder],
    labels: [dueOrder, { key: { state: 1, 'context.until': 1, _id: 1 } }],
  },
  // What labels are looked at for: by label and organisation, and what is due first.
  '0029-surveillances': {
    surveillances: [
      { key: { 'context.labelNumber': 1, _id: 1 } },
      { key: { 'context.organisationId': 1 } },
      { key: { 'context.applicationId': 1 } },
      dueOrder,
    ],
  },
  // Files on labels that are there, by what became of them.
  '0042-kinds-of-files': { applications: [{ key: { 'context.kind': 1, state: 1, _id: -1 } }] },
  // Notices of change: of a label, in some states, and those that an application follows from.
  '0030-changes': {
    changes: [
      dueOrder,
      { key: { 'context.labelNumber': 1, _id: -1 } },
      { key: { state: 1, _id: 1 } },
      { key: { 'context.organisationId': 1 } },
      { key: { 'context.applicationId': 1 } },
      { key: { followedBy: 1 }, sparse: true },
    ],
  },
  // Conditions by label, file and organisation, and what is due first; conditional labels, to open the conditions of earlier grants.
  '0043-conditions': {
    conditions: [
      { key: { 'context.labelNumber': 1, _id: 1 } },
      { key: { 'context.applicationId': 1, _id: 1 } },
      { key: { 'context.organisationId': 1 } },
      dueOrder,
    ],
    labels: [{ key: { 'context.standing': 1, _id: 1 } }],
  },
  // Notices of change by the organisation that is asked to take the label over.
  '0051-successors': { changes: [{ key: { successorId: 1, _id: -1 } }] },
  // Labels whose holder gave notice of their end.
  '0034-notices': { labels: [{ key: { state: 1, 'context.endsOn': 1, _id: 1 } }] },
  // Labels on which their holder is heard.
  '0035-hearings': {
    labels: [{ key: { 'context.hearing.about': 1, 'context.hearing.dueAt': 1, _id: 1 }, sparse: true }],
  },
  // Labels with a notice that an officer recorded and another one confirms.
  '0266-recorded-notices': {
    labels: [{ key: { 'context.notice.confirmed': 1, 'context.notice.on': 1, _id: 1 } }],
  },
  // Complaints that are open or contestable by when they are due, and by the organisation that they are about.
  '0046-complaints-due': { complaints: [dueOrder, { key: { 'context.organisationId': 1 } }] },
  // Needs by state and by their organisation, and what is due first; conversations by need and by each of their sides.
  '0060-exchanges': {
    needs: [
      dueOrder,
      { key: { state: 1, _id: -1 } },
      { key: { 'context.organisationId': 1, _id: -1 } },
      { key: { state: 1, publishedAt: 1, _id: 1 } },
    ],
    conversations: [
      { key: { needId: 1, _id: 1 } },
      { key: { organisationId: 1, openedAt: -1 } },
      { key: { writerId: 1, openedAt: -1 } },
      { key: { openedAt: 1 } },
    ],
  },
  // Conversations in which both sides have written, by when: they are asked what came of it.
  '0061-outcomes': {
    conversations: [{ key: { askedAt: 1, answeredAt: 1, _id: 1 } }, { key: { answeredAt: 1 } }],
  },
  // Which pictures an offer still shows, when those of another are taken away.
  '0062-photos': { entries: [{ key: { 'offers.photo.files.digest': 1 }, sparse: true }] },
  // Questionnaires by the address where people answer and by application, and those whose last day is over.
  '0063-questionnaires': {
    questionnaires: [
      { key: { token: 1 }, unique: true },
      { key: { applicationId: 1, _id: -1 } },
      { key: { closedAt: 1, closesOn: 1, _id: 1 } },
    ],
  },
  // Labels by state and month of their end, counted without reading one, whatever part of them is hidden.
  '0074-label-counts': {
    labels: [
      { key: { state: 1, 'context.until': 1, 'context.organisationId': 1, 'context.applicationId': 1 } },
    ],
  },
  // The file of a form that was refused, which the database itself removes.
  '0066-kept-uploads': {
    keptUploads: [{ key: { expiresAt: 1 }, expireAfterSeconds: 0 }, { key: { personId: 1 } }],
  },
  // Rows of files and labels: by what they are found, counted and sorted by (storage/desk/deskPlan.ts).
  '0067-desk-rows': {
    deskRows: [
      { key: { kind: 1, organisationId: 1, applicationId: 1 } },
      { key: { kind: 1, words: 1, organisationId: 1, applicationId: 1 } },
      { key: { kind: 1, number: 1 } },
      ...['changed', 'name', 'since', 'due', 'ends'].map((sort) => ({
        key: { kind: 1, [`sorts.${sort}`]: 1, _id: 1 } as const,
      })),
    ],
  },
  // Messages on files by file, and what waits for an answer by side; what was brought for a message by file and person, and by when.
  '0073-correspondence': {
    correspondence: [
      { key: { applicationId: 1, lastAt: -1, _id: -1 } },
      { key: { awaits: 1, awaitsSince: 1, _id: 1 } },
      { key: { organisationId: 1, awaits: 1, awaitsSince: 1 } },
      { key: { 'messages.attachments.digest': 1 }, sparse: true },
    ],
    attachments: [{ key: { applicationId: 1, by: 1, _id: 1 } }, { key: { at: 1 } }, { key: { digest: 1 } }],
  },
  // Acts on many rows that are under way; their lines in order, and the next to work on.
  '0068-bulk-acts': {
    bulkActs: [{ key: { state: 1, _id: 1 } }],
    bulkLines: [{ key: { actId: 1, _id: 1 } }, { key: { actId: 1, state: 1, _id: 1 } }],
  },
  // Searches that people keep, by their name.
  '0069-saved-views': { savedViews: [{ key: { personId: 1, kind: 1, name: 1 }, unique: true }] },
  // What officers added to items: by who owns or follows it, by organisation and file, who it tells about, and what was tagged last.
  '0075-casework': {
    casework: [
      { key: { owner: 1, kind: 1, _id: -1 } },
      { key: { followers: 1 }, sparse: true },
      { key: { organisationId: 1, _id: -1 } },
      { key: { applicationId: 1 } },
      { key: { 'notes.about': 1, _id: -1 }, sparse: true },
      { key: { taggedAt: -1 } },
    ],
    seenItems: [{ key: { personId: 1 } }],
  },
  // Letters on an occasion that came to a state, the newest first, and counted without reading one.
  '0077-letters-by-fact-and-state': { sentLetters: [{ key: { fact: 1, state: 1, queuedAt: -1, _id: -1 } }] },
  // Subscriptions that were not removed, what was tried last for each, for thirty days; changes of the register since an instant.
  '0110-webhooks': {
    webhooks: [{ key: { state: 1, _id: 1 } }],
    webhookDeliveries: [
      { key: { webhookId: 1, _id: -1 } },
      { key: { at: 1 }, expireAfterSeconds: 30 * 86_400 },
    ],
    entries: [{ key: { changedAt: 1, change: 1 } }],
  },
  // The newest backup.
  '0100-backups': { backups: [{ key: { finishedAt: -1 } }] },
  // Who made the secret address of a calendar, by the digest of its secret.
  '0076-calendar-feeds': { people: [{ key: { 'calendarFeed.secretHash': 1 }, unique: true, sparse: true }] },
  // Accounts that a directory of the staff manages.
  '0121-provisioned-accounts': { people: [{ key: { 'provisioned.deleted': 1 }, sparse: true }] },
  // Complaints by outcome and kind, counted for the public without reading one.
  '0090-complaint-figures': { complaints: [{ key: { 'context.outcome': 1, kind: 1, state: 1, _id: 1 } }] },
  // Certificates by when they need their next time-stamp; those without one stand before all others.
  '0200-time-stamps': { entries: [{ key: { stampUntil: 1, _id: 1 } }] },
  // Keys of the API by the digest of their secret, now and before, by whose they are, and by their end.
  '0120-api-keys': {
    apiKeys: [
      { key: { secretHash: 1 }, unique: true },
      { key: { 'previous.secretHash': 1 }, sparse: true },
      { key: { organisationId: 1, _id: -1 } },
      { key: { revokedAt: 1, endsOn: 1, _id: 1 } },
    ],
  },
  // Entries of the public log by their place, those that wait for one, and those of a label.
  '0210-public-log': {
    logEntries: [
      { key: { index: 1 }, unique: true, sparse: true },
      { key: { waiting: 1, _id: 1 }, sparse: true },
      { key: { number: 1, index: 1 }, sparse: true },
    ],
  },
  // Stays that the chair of a panel granted alone, by when they end.
  '0272-urgent-stays': { appeals: [dueOrder] },
  // What wallets take and show, for minutes: offers by label and token, what is to be signed, requests by what the wallet is sent.
  '0240-wallets': {
    walletOffers: [
      { key: { number: 1 } },
      { key: { tokenHash: 1 }, sparse: true },
      { key: { expiresAt: 1 }, expireAfterSeconds: 0 },
    ],
    walletSignings: [{ key: { token: 1, expiresAt: 1 } }, { key: { expiresAt: 1 }, expireAfterSeconds: 0 }],
    walletRequests: [
      { key: { ref: 1 }, unique: true },
      { key: { expiresAt: 1 }, expireAfterSeconds: 0 },
    ],
  },
  // Conversations by when somebody wrote in them, for the morning's e-mail.
  '0277-messages-since': { conversations: [{ key: { 'messages.at': 1, _id: 1 } }] },
  // Needs by when they were published, for the figures of a year.
  '0278-needs-by-day': { needs: [{ key: { publishedAt: 1 } }] },
};

/** Makes indexes; done already, it does nothing. */
export async function createIndexes(connection: Connection, indexes: Indexes): Promise<void> {
  for (const [name, list] of Object.entries(indexes)) await connection.collection(name).createIndexes(list);
}
