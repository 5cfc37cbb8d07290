import { keyedSchema } from './itemSchema.ts';

/** Shapes of what is kept beside the items: working copies, snapshots, register, journal, jobs, ties, sign-in, mail. */
export const otherSchemas = {
  selfAssessments: keyedSchema({
    number: 'revision',
    flag: 'showScores',
    thing: 'facts declared earlier carried ofLabel',
    things: 'answers offers offersNamed rivals confirmed certificates exchanges',
  }),
  snapshots: keyedSchema({ text: 'applicationId at criteriaVersion digest', number: 'n', thing: 'content' }),
  entries: keyedSchema({
    text: 'state standing conditionDue printedStanding language since until extendedUntil successor changedAt stampUntil',
    number: 'revision change logged conformityLogged',
    flag: 'acceptsLeman specimen',
    thing: 'organisation criteria scores',
    things: 'offers history files',
  }),
  searchRows: keyedSchema({ text: 'validUntil', texts: 'words', flag: 'holds', thing: 'facets' }),
  bulkActs: keyedSchema({ text: 'personId kind to subject note state createdAt finishedAt' }),
  bulkLines: keyedSchema({
    text: 'actId rowId rowState rowOwner organisationId applicationId name state takenAt',
    texts: 'reasons',
  }),
  savedViews: keyedSchema({ text: 'personId kind name query at' }),
  deskRows: keyedSchema({
    text:
      'kind organisationId applicationId state labelState name commune region sector number applicationKind scope begunAt ' +
      'since dueOn endsOn owner changedAt',
    texts: 'marks offers reviewers parts tags followers words',
    thing: 'sorts',
    things: 'information',
  }),
  searchTerms: keyedSchema({ text: 'written', texts: 'near ends', number: 'rows', thing: 'ranked' }),
  records: keyedSchema({
    text: 'stream at previous hash',
    texts: 'facts',
    number: 'seq',
    thing: 'actor event data',
  }),
  jobs: keyedSchema({
    text: 'handler fact recordId stream state error request',
    number: 'attempts',
    time: 'runAt',
    thing: 'lease',
  }),
  ties: keyedSchema({
    text: 'personId organisationId organisation kind source since ended note',
    number: 'share',
  }),
  invitations: keyedSchema({
    text: 'organisationId organisation email role invitedBy at expiresAt state',
    flag: 'adviser',
  }),
  evidence: keyedSchema({
    text:
      'organisationId applicationId name contentType digest originalDigest scan uploadedAt uploadedBy byKey document ' +
      'from until withdrawnAt',
    number: 'size revision',
    thing: 'madeFrom',
  }),
  questionnaires: keyedSchema({
    text: 'organisationId applicationId organisation token openedAt closesOn closedAt',
    number: 'working answers',
    texts: 'sent codes unused',
    flag: 'byCode',
    thing: 'counts',
    things: 'statements',
  }),
  attachments: keyedSchema({
    text: 'organisationId applicationId by at name contentType digest originalDigest scan',
    number: 'size',
  }),
  sponsorships: keyedSchema({
    text: 'applicationId organisationId sponsorId sponsor labelNumber state note askedAt answeredAt by',
    thing: 'shown',
  }),
  precedents: keyedSchema({
    text: 'organisationId applicationId decidedOn outcome criteriaVersion legalForm reason overturnedOn',
    texts: 'criteria words',
    things: 'conditions places',
  }),
  webhookQueues: keyedSchema({
    text: 'order test',
    number: 'cursor tries',
    thing: 'lease',
    time: 'nextAt failingSince deliveredAt',
  }),
  webhookDeliveries: keyedSchema({
    text: 'webhookId type number outcome excerpt',
    number: 'status ms tries',
    time: 'at',
  }),
  badgeHosts: keyedSchema({ text: 'day number', things: 'hosts' }),
  backups: keyedSchema({
    text: 'at finishedAt fault',
    number: 'bytes faults',
    flag: 'encrypted keys signed',
  }),
  issuerKeys: keyedSchema({ text: 'multibase since distrustedAt' }),
  sealAnchors: keyedSchema({ text: 'pem since', texts: 'issuers' }),
  timeAnchors: keyedSchema({ text: 'pem since' }),
  trustRoots: keyedSchema({ text: 'since', thing: 'root' }),
  issuedPapers: keyedSchema({ text: 'kind on' }),
  statusEntries: keyedSchema({ text: 'number', number: 'revision list index', flag: 'revoked suspended' }),
  logHeads: keyedSchema({
    text: 'origin vkey holder',
    number: 'size',
    things: 'levels',
    thing: 'checkpoint',
    time: 'until',
    flag: 'held',
  }),
  logEntries: keyedSchema({ text: 'number entry statement', number: 'index', time: 'waiting' }),
  logKeys: keyedSchema({ text: 'kind since' }),
  logTiles: keyedSchema({ thing: 'bytes' }),
  statusLists: keyedSchema({ text: 'purpose credential at', number: 'list version' }),
  walletOffers: keyedSchema({
    text: 'number by codeHash tokenHash',
    number: 'tries',
    texts: 'taken',
    time: 'expiresAt',
  }),
  walletSignings: keyedSchema({ text: 'token', thing: 'paper', time: 'leasedUntil expiresAt' }),
  walletRequests: keyedSchema({ text: 'ref nonce state', thing: 'answer', time: 'expiresAt' }),
  heads: keyedSchema({ text: 'hash', number: 'seq' }),
  signIns: keyedSchema({ text: 'email codeHash tokenHash browserHash', number: 'tries', time: 'expiresAt' }),
  sessions: keyedSchema({ text: 'personId how device data', time: 'createdAt seenAt expiresAt' }),
  keptUploads: keyedSchema({
    text: 'personId digest name',
    number: 'part',
    thing: 'bytes',
    time: 'expiresAt',
  }),
  passkeys: keyedSchema({
    text: 'personId publicKey createdAt usedAt device',
    texts: 'transports',
    number: 'counter',
  }),
  passkeyOffers: keyedSchema({}),
  providerLinks: keyedSchema({ text: 'issuer personId linkedAt' }),
  mails: keyedSchema({ text: 'kind to subject text html calendar', time: 'at' }),
  sentLetters: keyedSchema({
    text:
      'ref kind personId to jobId fact stream recordId organisationId applicationId queuedAt state changedAt ' +
      'status',
    things: 'events',
    flag: 'underWay',
    number: 'interrupted',
    time: 'at',
  }),
  seenItems: keyedSchema({ text: 'personId item organisationId applicationId at' }),
  counters: keyedSchema({ number: 'n' }),
  leases: keyedSchema({ text: 'holder slot', time: 'until' }),
};
