import type { Connection } from 'mongoose';
import { chainCollections, chainsOf } from '../database/chainsOf.ts';
import { inside, owners } from '../database/visible.ts';

/**
 * Every chain that belongs to some organisations, or to some single `files` of others, and the applications that they are about:
 * sessions of the committee speak of these as well. What the office keeps for itself is among them, unless they are listed `toOwn`
 * people.
 */
export async function streamsOfOrganisations(
  connection: Connection,
  organisationIds: readonly string[],
  files: readonly string[] = [],
  toOwn = false,
): Promise<{ readonly streams: readonly string[]; readonly applications: readonly string[] }> {
  if (organisationIds.length === 0 && files.length === 0) return { streams: [], applications: [] };
  const shown = chainCollections.filter((name) => !(toOwn && inside.includes(name)));
  const idsIn = (name: keyof typeof chainsOf): Promise<string[]> => {
    const { organisation, file } = owners[name];
    const ofThese = [{ [organisation]: { $in: [...organisationIds] } }];
    const ofFiles = files.length === 0 || !file ? [] : [{ [file]: { $in: [...files] } }];
    return connection.collection<{ _id: string }>(name).distinct('_id', { $or: [...ofThese, ...ofFiles] });
  };
  const found = new Map(await Promise.all(shown.map(async (name) => [name, await idsIn(name)] as const)));
  const streams = shown.flatMap((name) =>
    chainsOf[name].flatMap((kind) => (found.get(name) ?? []).map((id) => `${kind}/${id}`)),
  );
  return { streams, applications: found.get('applications') ?? [] };
}
