import type { Connection } from 'mongoose';
import type {
  Checkpoint,
  LogEntry,
  LogHead,
  LogKey,
  PublicLog,
  PublishedCheckpoint,
} from '../../commands/ports/logPorts.ts';
import type { Clock } from '../../commands/ports/ports.ts';
import type { LabelStatement, Said } from '../../transparency/statement.ts';
import { inTransaction } from '../database/inTransaction.ts';
import { isNew } from '../database/isDuplicate.ts';
import { type EntryRow, waiting } from '../database/logEntryRow.ts';
import { eraseStatements } from './eraseStatements.ts';

/** The log has one head. */
const _id = 'log';

interface HeadRow {
  readonly _id: string;
  readonly origin: string;
  readonly vkey: string;
  readonly size: number;
  readonly levels: readonly Buffer[];
  /** Without a quorum where an earlier version published it. */
  readonly checkpoint: (Checkpoint & Partial<Pick<PublishedCheckpoint, 'quorum'>>) | null;
  readonly holder: string;
  readonly until: Date;
  readonly held?: boolean;
}

type KeyRow = Omit<LogKey, 'vkey'> & { readonly _id: string };

/** The public log over MongoDB. */
export function logStore(connection: Connection, clock: Clock): PublicLog {
  const heads = () => connection.collection<HeadRow>('logHeads');
  const entries = () => connection.collection<EntryRow>('logEntries');
  const keys = () => connection.collection<KeyRow>('logKeys');
  const tiles = () => connection.collection<{ _id: string; bytes: Buffer }>('logTiles');
  return {
    enterInLog: async (...entering) => {
      const rows = entering.map((one) => waiting(one, clock.now()));
      if (rows.length > 0) await entries().bulkWrite(rows, { ordered: false });
    },
    logEntry: async (source) => {
      const row = await entries().findOne({ _id: source });
      return row && asEntry(row);
    },
    waitingEntries: async (limit) => {
      const rows = entries().find({ waiting: { $exists: true } }, { sort: { waiting: 1, _id: 1 }, limit });
      return (await rows.toArray()).map(asEntry);
    },
    logHead: async () => {
      const row = await heads().findOne({ _id }, { promoteBuffers: true });
      return row && asHead(row);
    },
    holdLog: async (held) => {
      await heads().updateOne({ _id }, { $set: { held } });
    },
    beginLog: async (log, since) => {
      const begun = { _id, ...log, size: 0, levels: [], checkpoint: null, holder: '', until: new Date(0) };
      const begin = inTransaction(connection, async (session) => {
        await heads().insertOne(begun, { session });
        const key = { $setOnInsert: { kind: 'log', since } } as const;
        await keys().updateOne({ _id: log.vkey }, key, { session, upsert: true });
      });
      await isNew(begin);
    },
    takeLog: async (holder, ms) => {
      const lease = { holder, until: { $add: ['$$NOW', ms] } };
      const free = { _id, $expr: { $lte: ['$until', '$$NOW'] } };
      const options = { returnDocument: 'after', promoteBuffers: true } as const;
      const row = await heads().findOneAndUpdate(free, [{ $set: lease }], options);
      return row && asHead(row);
    },
    leaveLog: async (holder) => {
      await heads().updateOne({ _id, holder }, { $set: { until: new Date(0) } });
    },
    growLog: async ({ before, edge, full, sources }) =>
      inTransaction(connection, async (session) => {
        const { size, levels } = edge;
        const grown = await heads().updateOne({ _id, size: before }, { $set: { size, levels } }, { session });
        if (grown.matchedCount === 0) return false;
        const places = sources.map((source, i) => ({
          updateOne: {
            filter: { _id: source, waiting: { $exists: true } },
            update: { $set: { index: before + i }, $unset: { waiting: '' as const } },
          },
        }));
        const { matchedCount } = await entries().bulkWrite(places, { session });
        if (matchedCount < sources.length) throw new Error('an entry of the log has its place already');
        const rows = full.map(({ level, n, bytes }) => ({ _id: `${level}/${n}`, bytes }));
        if (rows.length > 0) await tiles().insertMany(rows, { session });
        return true;
      }),
    publishCheckpoint: async (checkpoint) => {
      const smaller = { $or: [{ checkpoint: null }, { 'checkpoint.size': { $lte: checkpoint.size } }] };
      await heads().updateOne({ _id, ...smaller }, { $set: { checkpoint } });
    },
    logKeys: async () => {
      const rows = keys().find({}, { sort: { since: 1, _id: 1 } });
      return (await rows.toArray()).map(({ _id: vkey, ...key }) => ({ vkey, ...key }));
    },
    addWitnesses: async (vkeys, since) => {
      const update = { $setOnInsert: { kind: 'witness', since } } as const;
      await keys().bulkWrite(vkeys.map((_id) => ({ updateOne: { filter: { _id }, update, upsert: true } })));
    },
    mendLog: async ({ size, levels }, full) =>
      inTransaction(connection, async (session) => {
        await heads().updateOne({ _id, size }, { $set: { levels } }, { session });
        const rows = full.map(({ level, n, bytes }) => ({ _id: `${level}/${n}`, bytes }));
        const writes = rows.map((replacement) => ({
          replaceOne: { filter: { _id: replacement._id }, replacement, upsert: true },
        }));
        if (writes.length > 0) await tiles().bulkWrite(writes, { session });
      }),
    logTile: async (level, n) => {
      const row = await tiles().findOne({ _id: `${level}/${n}` }, { promoteBuffers: true });
      return row?.bytes ?? null;
    },
    logEntries: async (from, limit) => {
      const run = { index: { $gte: from, $lt: from + limit } };
      return (
        await entries()
          .find(run, { sort: { index: 1 } })
          .toArray()
      ).map(asEntry);
    },
    eraseStatements: (unsaid) => eraseStatements(connection, unsaid),
    isUnsaid: async (number, revision) => {
      const erased = await entries().find({ number, statement: null }).toArray();
      const said: readonly (Pick<LabelStatement, 'revision'> & Pick<Said, 'type'>)[] = erased.map(
        ({ entry }) => JSON.parse(entry),
      );
      return said.some((one) => one.revision === revision && one.type !== 'dropped');
    },
  };
}

function asHead({ origin, vkey, size, levels, checkpoint, held = false }: HeadRow): LogHead {
  const published = checkpoint && { quorum: 0, ...checkpoint };
  return { origin, vkey, edge: { size, levels }, checkpoint: published, held };
}

function asEntry({ _id: source, index, entry, statement }: EntryRow): LogEntry {
  return { source, index: index ?? null, entry, statement };
}
