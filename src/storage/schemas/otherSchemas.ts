import { Schema } from 'mongoose';
import { keyedSchema } from './itemSchema.ts';

const { Mixed } = Schema.Types;

/** Shapes of what is kept beside the items: working copies, snapshots, register, journal, jobs, people, sign-in, mail. */
export const otherSchemas = {
  selfAssessments: keyedSchema({
    revision: Number,
    facts: Mixed,
    answers: [Mixed],
    offers: [Mixed],
    offersNamed: [Mixed],
    showScores: Boolean,
  }),
  snapshots: keyedSchema({
    applicationId: String,
    n: Number,
    at: String,
    criteriaVersion: String,
    digest: String,
    content: Mixed,
  }),
  entries: keyedSchema({
    state: String,
    standing: String,
    revision: Number,
    organisation: Mixed,
    offers: [Mixed],
    criteria: Mixed,
    language: String,
    since: String,
    until: String,
    history: [Mixed],
    scores: Mixed,
    acceptsLeman: Boolean,
    files: [Mixed],
    specimen: Boolean,
    changedAt: String,
  }),
  records: keyedSchema({
    stream: String,
    seq: Number,
    at: String,
    actor: Mixed,
    event: Mixed,
    facts: [String],
    data: Mixed,
    previous: String,
    hash: String,
  }),
  jobs: keyedSchema({
    handler: String,
    fact: String,
    recordId: String,
    stream: String,
    state: String,
    runAt: Date,
    attempts: Number,
    lease: Mixed,
    error: String,
  }),
  people: keyedSchema({
    email: String,
    name: String,
    language: String,
    roles: [String],
    memberships: [Mixed],
  }),
  signInCodes: keyedSchema({ email: String, codeHash: String, expiresAt: Date }),
  sessions: keyedSchema({ data: Mixed, expiresAt: Date }),
  mails: keyedSchema({ to: String, subject: String, text: String, at: Date }),
  counters: keyedSchema({ n: Number }),
};
