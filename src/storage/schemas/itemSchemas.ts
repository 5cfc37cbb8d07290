import { Schema } from 'mongoose';
import { itemSchema, statefulSchema } from './itemSchema.ts';

const { Mixed } = Schema.Types;

/** Shapes of the kinds of items, as commands/items.ts describes them. */
export const itemSchemas = {
  organisations: itemSchema({
    name: String,
    legalForm: String,
    identifier: String,
    street: String,
    postcode: String,
    commune: String,
    region: String,
    founded: String,
    acceptsLeman: Boolean,
    specimen: Boolean,
    formerNames: [Mixed],
    mergedInto: String,
  }),
  applications: statefulSchema({
    startedAt: String,
    submittedAt: String,
    moderation: [Mixed],
    recommendation: Mixed,
    decisionReason: String,
    contentErasedAt: String,
    information: [Mixed],
  }),
  people: itemSchema({
    email: String,
    name: String,
    language: String,
    roles: [String],
    memberships: [Mixed],
    unsubscribed: [String],
    removedAt: String,
    seenOn: String,
  }),
  reviews: statefulSchema({ organisationId: String, invitedAt: String, scores: [Mixed] }),
  labels: statefulSchema({ language: String, offers: [Mixed], history: [Mixed] }),
  findings: statefulSchema({ place: Mixed, text: String, raisedAt: String, words: [Mixed] }),
  committeeSessions: statefulSchema({
    place: String,
    attendance: [Mixed],
    words: [Mixed],
    openedAt: String,
    closedAt: String,
    remarks: [String],
    signatures: [Mixed],
  }),
  appeals: statefulSchema({
    lodgedAt: String,
    ground: String,
    grounds: String,
    documents: [String],
    words: [Mixed],
  }),
};
