import type { Connection } from 'mongoose';
import type { CollectionName } from '../database/database.ts';
import { owners } from '../database/visible.ts';

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
} as const satisfies Partial<Record<CollectionName, readonly string[]>>;

/** The collections of these items. */
export const chainCollections = Object.keys(chainsOf) as (keyof typeof chainsOf)[];

/**
 * Every chain that belongs to some organisations, or to some single `files` of others, and the applications that they are about:
 * sessions of the committee speak of these as well.
 */
export async function streamsOfOrganisations(
  connection: Connection,
  organisationIds: readonly string[],
  files: readonly string[] = [],
): Promise<{ readonly streams: readonly string[]; readonly applications: readonly string[] }> {
  if (organisationIds.length === 0 && files.length === 0) return { streams: [], applications: [] };
  const idsIn = (name: keyof typeof chainsOf): Promise<string[]> => {
    const { organisation, file } = owners[name];
    const ofThese = [{ [organisation]: { $in: [...organisationIds] } }];
    const ofFiles = files.length === 0 || !file ? [] : [{ [file]: { $in: [...files] } }];
    return connection.collection<{ _id: string }>(name).distinct('_id', { $or: [...ofThese, ...ofFiles] });
  };
  const found = new Map(
    await Promise.all(chainCollections.map(async (name) => [name, await idsIn(name)] as const)),
  );
  const streams = chainCollections.flatMap((name) =>
    chainsOf[name].flatMap((kind) => (found.get(name) ?? []).map((id) => `${kind}/${id}`)),
  );
  return { streams, applications: found.get('applications') ?? [] };
}
