import type { Connection } from 'mongoose';

/** Letters alone decide where names are compared: no capitals, accents, spaces or punctuation (register/sameOrganisation.ts). */
const letters = { locale: 'fr', strength: 1, alternate: 'shifted' } as const;
/** The beginning of a name is looked for without its capitals and accents. */
const beginnings = { locale: 'fr', strength: 1 } as const;

/**
 * Organisations get a region, which stays null because nobody can say it for them: "elsewhere" would be an answer, and a false
 * one for most. Invitations get their indexes, people those of the administrators' list, look-alikes those they are found by.
 */
export async function organisations(connection: Connection): Promise<void> {
  const on = (name: string) => connection.collection(name);
  await on('organisations').updateMany(
    { region: { $exists: false } },
    { $set: { region: null, formerNames: [], mergedInto: null } },
  );
  await on('organisations').createIndexes([
    { key: { identifier: 1 }, partialFilterExpression: { identifier: { $gt: '' } } },
    { key: { postcode: 1, name: 1 }, collation: letters },
  ]);
  await on('invitations').createIndexes([
    { key: { organisationId: 1, _id: -1 } },
    { key: { email: 1, _id: -1 } },
  ]);
  await on('reviews').createIndex({ organisationId: 1, _id: 1 });
  await on('people').createIndexes([
    { key: { name: 1, _id: 1 }, collation: beginnings },
    { key: { email: 1, _id: 1 }, collation: beginnings },
  ]);
}
