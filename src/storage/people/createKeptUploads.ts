import { createHash } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Clock } from '../../commands/ports/ports.ts';

/** Long enough to put right what was wrong beside a file. */
export const keptForMs = 60 * 60_000;
/** Bytes of one document, of which the database takes 16 MB at most. */
const partLength = 8 * 1024 * 1024;

interface Part {
  readonly _id: string;
  readonly personId: string;
  readonly digest: string;
  readonly name: string;
  readonly part: number;
  readonly bytes: Buffer;
  readonly expiresAt: Date;
}

/** One file of each person, as a form that was refused brought it: looked into by nobody until it is sent. A TTL index removes it. */
export function createKeptUploads(connection: Connection, clock: Clock) {
  const parts = () => connection.collection<Part>('keptUploads');
  return {
    keep: async (personId: string, { bytes, name }: Pick<Part, 'bytes' | 'name'>) => {
      const digest = createHash('sha256').update(bytes).digest('hex');
      const expiresAt = new Date(clock.now().getTime() + keptForMs);
      const all = Array.from({ length: Math.ceil(bytes.length / partLength) }, (_, part) => ({
        ...{ _id: `${personId}.${digest}.${part}`, personId, digest, name, part, expiresAt },
        bytes: bytes.subarray(part * partLength, (part + 1) * partLength),
      }));
      await parts().deleteMany({ personId });
      // The same form may be sent twice at the same time.
      await Promise.all(
        all.map(({ _id, ...set }) => parts().updateOne({ _id }, { $set: set }, { upsert: true })),
      );
      return digest;
    },
    find: async (personId: string, digest: string) => {
      const found = await parts()
        .find(
          { personId, digest, expiresAt: { $gt: clock.now() } },
          { promoteBuffers: true, sort: { part: 1 } },
        )
        .toArray();
      const bytes = Buffer.concat(found.map((one) => one.bytes));
      const isWhole = createHash('sha256').update(bytes).digest('hex') === digest;
      return found[0] && isWhole ? { bytes, name: found[0].name } : null;
    },
    drop: async (personId: string) => {
      await parts().deleteMany({ personId });
    },
  };
}
