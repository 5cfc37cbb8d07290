import { itemSchema, statefulSchema } from './itemSchema.ts';

/** Shapes of the kinds of items, as commands/items/ describes them. */
export const itemSchemas = {
  organisations: itemSchema({
    text: 'name legalForm identifier street postcode commune region sector founded website mergedInto story sponsorId',
    flag: 'acceptsLeman specimen showsNeeds',
    texts: 'blocked',
    things: 'formerNames',
  }),
  applications: statefulSchema({
    text: 'startedAt submittedAt decisionReason contentErasedAt',
    thing: 'recommendation agreement lot reconsideration',
    things: 'moderation information settledGrades visits',
  }),
  people: itemSchema({
    text: 'email name language removedAt seenOn',
    texts: 'roles unsubscribed',
    thing: 'rolesProposal absence calendarFeed provisioned',
    things: 'memberships',
  }),
  reviewers: itemSchema({
    text: 'seat sector admittedOn admittedUntil suspendedOn awayFrom awayUntil',
    texts: 'themes sectors legalForms languages',
    number: 'capacity',
  }),
  reviews: statefulSchema({ text: 'organisationId invitedAt', flag: 'substitute', things: 'scores' }),
  labels: statefulSchema({
    thing: 'organisation photos',
    text: 'language name website conditionDue',
    things: 'offers history words takenDown',
  }),
  findings: statefulSchema({ text: 'text raisedAt', thing: 'place', things: 'words' }),
  conditions: statefulSchema({ text: 'text agreedFor openedAt', things: 'words' }),
  committeeSessions: statefulSchema({
    text: 'place openedAt closedAt',
    texts: 'remarks',
    thing: 'minutesDraft',
    things: 'attendance handovers words signatures additions',
  }),
  changes: statefulSchema({
    text: 'on text by notifiedAt followedBy successorId',
    texts: 'things criteria',
    things: 'edits words',
  }),
  changePacks: itemSchema({
    text: 'before opensOn digest preparedAt triedAt releasedAt',
    thing: 'totals',
    things: 'losing',
  }),
  webhooks: itemSchema({
    text: 'name address contact language state pausedFor test addedAt',
    texts: 'types',
    thing: 'order',
    things: 'secrets',
  }),
  surveillances: statefulSchema({
    text: 'openedAt slot',
    thing: 'visit drawn draft',
    things: 'declarations words',
  }),
  complaints: statefulSchema({
    text: 'receivedAt language kind number place text link email secretHash sent contentErasedAt',
    thing: 'photo',
    things: 'words',
  }),
  casework: itemSchema({
    text: 'kind organisationId applicationId owner taggedAt',
    texts: 'tags followers',
    things: 'notes',
  }),
  needs: statefulSchema({ text: 'kind title text quantity place category publishedAt contentErasedAt' }),
  conversations: itemSchema({
    text: 'needId organisationId writerId openedAt answeredAt askedAt contentErasedAt',
    things: 'messages outcomes',
  }),
  correspondence: itemSchema({
    text: 'organisationId applicationId subject openedAt lastAt awaits awaitsSince contentErasedAt',
    things: 'messages',
  }),
  apiKeys: itemSchema({
    text: 'organisationId name secretHash since madeBy madeAt endsOn revokedAt usedOn',
    texts: 'scopes',
    thing: 'previous',
  }),
  appeals: statefulSchema({ text: 'lodgedAt ground grounds', texts: 'documents', things: 'words' }),
};
