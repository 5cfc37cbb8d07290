import type { Connection } from 'mongoose';
import { chainCollections, chainsOf } from '../database/chainsOf.ts';
import { owners, type Visible } from '../database/visible.ts';

/** The file of what each chain is about, as far as it belongs to one that a view shows. */
export async function filesOfChains(
  connection: Connection,
  visible: Visible,
  streams: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const filesIn = async (name: (typeof chainCollections)[number]): Promise<(readonly [string, string])[]> => {
    const { file } = owners[name];
    const kinds: readonly string[] = chainsOf[name];
    const own = streams.filter((stream) => kinds.includes(stream.split('/')[0] ?? ''));
    if (file === undefined || own.length === 0) return [];
    const keyOf = (stream: string) => stream.slice(stream.indexOf('/') + 1);
    const these = { _id: { $in: own.map(keyOf) } };
    const found = await connection
      .collection<{ _id: string }>(name)
      .aggregate<{ _id: string; of: string }>([
        { $match: { $and: [these, ...visible(name)] } },
        { $project: { of: `$${file}` } },
      ])
      .toArray();
    const known = new Map(found.map(({ _id, of }) => [_id, of]));
    return own.flatMap((stream) => {
      const of = known.get(keyOf(stream));
      return of ? [[stream, of] as const] : [];
    });
  };
  return new Map((await Promise.all(chainCollections.map(filesIn))).flat());
}
