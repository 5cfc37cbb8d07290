import type { Connection } from 'mongoose';
import type { Snapshot } from '../../commands/items/items.ts';
import type { ChainFault } from '../../commands/ports/journalPorts.ts';
import type { Kind } from '../../commands/ports/ports.ts';
import { digestOf } from '../../workflow/canonicalJson.ts';
import type { Stored } from '../database/database.ts';
import { itemKinds, walkChain } from './walkChain.ts';

/** The journal of one database, read stream by stream. */
export function createJournal(connection: Connection) {
  return {
    /**
     * Walks every chain to the end that its item names, and replays what a machine rules, roles and what the register shows; gives the
     * faults and the count of lines. Of `kinds` alone where some are named.
     */
    verify: async (kinds?: readonly Kind[]) => {
      const faults: ChainFault[] = [];
      let lines = 0;
      const known = new Set<string>();
      for await (const stream of streamsOf(connection, kinds)) {
        const walk = await walkChain(connection, stream);
        if (walk?.fault) faults.push(walk.fault);
        lines += walk?.lines ?? 0;
        known.add(stream);
      }
      for await (const stream of unlabelled(connection)) faults.push({ stream, seq: 1, why: 'itemMissing' });
      if (kinds) return { streams: known.size, lines, faults };
      for await (const fault of snapshotFaults(connection)) faults.push(fault);
      // A pipeline, because the list of all streams may be longer than one answer of the server.
      const all = [{ $group: { _id: '$stream' } }];
      const records = connection.collection('records');
      for await (const { _id: stream } of records.aggregate<{ _id: string }>(all, { allowDiskUse: true })) {
        if (!known.has(stream)) faults.push({ stream, seq: 1, why: 'itemMissing' });
      }
      return { streams: known.size, lines, faults };
    },
  };
}

/** Every chain that has an end: those of items, then those of notes. */
async function* streamsOf(connection: Connection, kinds = itemKinds): AsyncGenerator<string> {
  const ids = (name: string) =>
    connection.collection<{ _id: string }>(name).find({}, { projection: { _id: 1 }, sort: { _id: 1 } });
  for (const kind of kinds) for await (const { _id } of ids(kind)) yield `${kind}/${_id}`;
  if (kinds !== itemKinds) return;
  for await (const { _id } of ids('heads')) yield _id;
}

/** Rows of the register, but specimens, that are of no label. */
async function* unlabelled(connection: Connection): AsyncGenerator<string> {
  const rows = connection
    .collection<{ _id: string }>('entries')
    .aggregate<{ _id: string }>([
      { $match: { specimen: false } },
      { $lookup: { from: 'labels', localField: '_id', foreignField: '_id', as: 'label' } },
      { $match: { label: [] } },
      { $project: { _id: 1 } },
    ]);
  for await (const { _id } of rows) yield `labels/${_id}`;
}

/** Snapshots whose content is not what its own digest, or its line in the journal, says. */
async function* snapshotFaults(connection: Connection): AsyncGenerator<ChainFault> {
  const snapshots = connection.collection<Stored<Snapshot & { id: string }>>('snapshots').find({});
  for await (const { _id, applicationId, digest, content } of snapshots) {
    const stream = `applications/${applicationId}`;
    const line = await connection.collection('records').findOne({ stream, 'event.digest': digest });
    if (!line || digestOf(content) !== digest) {
      yield { stream, seq: Number(line?.seq ?? 0), why: `snapshotDiffers ${_id}` };
    }
  }
}
