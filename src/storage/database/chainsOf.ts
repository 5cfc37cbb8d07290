import type { CollectionName } from './database.ts';

/** Kinds of chains that belong to an organisation, by the collection where a view finds their item. */
export const chainsOf = {
  organisations: ['organisations'],
  applications: ['applications', 'selfAssessments', 'evidence', 'questionnaires'],
  reviews: ['reviews', 'scores'],
  labels: ['labels'],
  findings: ['findings'],
  conditions: ['conditions'],
  appeals: ['appeals'],
  surveillances: ['surveillances'],
  changes: ['changes'],
  complaints: ['complaints'],
  conversations: ['conversations'],
  correspondence: ['correspondence'],
  casework: ['casework'],
  apiKeys: ['apiKeys'],
} as const satisfies Partial<Record<CollectionName, readonly string[]>>;

/** The collections of these items. */
export const chainCollections = Object.keys(chainsOf) as (keyof typeof chainsOf)[];
