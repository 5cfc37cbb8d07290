import { Schema } from 'mongoose';
import { itemSchema, statefulSchema } from './itemSchema.ts';

const { Mixed } = Schema.Types;

/** Shapes of the four kinds of items, as commands/items.ts describes them. */
export const itemSchemas = {
  organisations: itemSchema({
    name: String,
    legalForm: String,
    identifier: String,
    street: String,
    postcode: String,
    commune: String,
    founded: String,
    acceptsLeman: Boolean,
    specimen: Boolean,
  }),
  applications: statefulSchema({
    startedAt: String,
    submittedAt: String,
    moderation: [Mixed],
    recommendation: Mixed,
    decisionReason: String,
  }),
  reviews: statefulSchema({ invitedAt: String, scores: [Mixed] }),
  labels: statefulSchema({ language: String, offers: [Mixed], history: [Mixed] }),
};
