import { createHash } from 'node:crypto';
import type { Connection } from 'mongoose';
import type {
  Issued,
  IssuerKey,
  PublishedRoot,
  SealAnchor,
  StatusList,
  StatusMark,
} from '../../commands/ports/issuedPorts.ts';
import type { StatusPurpose } from '../../commands/ports/issuingPorts.ts';
import type { Entering } from '../../commands/ports/logPorts.ts';
import type { Clock } from '../../commands/ports/ports.ts';
import type { IssuedPaper } from '../../register/papers/issuedPaper.ts';
import { findRows, type Stored, withKey } from '../database/database.ts';
import { inTransaction } from '../database/inTransaction.ts';
import { isDuplicate, isNew } from '../database/isDuplicate.ts';
import { type EntryRow, waiting } from '../database/logEntryRow.ts';
import { findEntries } from '../register/entryRow.ts';
import { type StatusRow, takeStatusEntry } from './takeStatusEntry.ts';

/** Keys, certificates and status lists over MongoDB. */
export function issuedStore(connection: Connection, clock: Clock): Issued {
  const keys = () => connection.collection<Stored<IssuerKey>>('issuerKeys');
  const papers = () => connection.collection<IssuedPaper & { _id: string }>('issuedPapers');
  const rows = () => connection.collection<StatusRow>('statusEntries');
  const lists = () => connection.collection<StatusList & { _id: string }>('statusLists');
  return {
    issuerKeys: () => findRows<IssuerKey>(connection, 'issuerKeys', {}, oldestFirst),
    addIssuerKey: async (key) =>
      (await isNew(keys().insertOne(withKey(key)))) ||
      (await keys().findOne({ _id: key.id }))?.multibase === key.multibase,
    distrustIssuerKey: async (id, at) => {
      await keys().updateOne({ _id: id, distrustedAt: null }, { $set: { distrustedAt: at } });
    },
    sealAnchors: () => findRows<SealAnchor>(connection, 'sealAnchors', {}, oldestFirst),
    addSealAnchor: (anchor) => addAnchor(connection, 'sealAnchors', anchor),
    timeAnchors: () => findRows<SealAnchor>(connection, 'timeAnchors', {}, oldestFirst),
    addTimeAnchor: (anchor) => addAnchor(connection, 'timeAnchors', anchor),
    publishedRoots: () => findRows<PublishedRoot>(connection, 'trustRoots', {}, oldestFirst),
    addRoot: (root) =>
      isNew(connection.collection<Stored<PublishedRoot>>('trustRoots').insertOne(withKey(root))),
    addPaper: async ({ digest, ...paper }) => {
      await isNew(papers().insertOne({ _id: digest, ...paper }));
    },
    paper: (digest) => papers().findOne<IssuedPaper>({ _id: digest }, withoutKey),
    papersAfter: async (last, limit) => {
      const found = papers().find({ _id: { $gt: last } }, { sort: { _id: 1 }, limit });
      return (await found.toArray()).map(({ _id: digest, ...paper }) => ({ digest, ...paper }));
    },
    statusEntry: (number, revision, draw) => takeStatusEntry(connection, number, revision, draw),
    statusMarks: async (number) => rows().find({ number }).sort({ revision: 1 }).toArray(),
    markStatus: async (number, { revision, ...mark }) => {
      await rows().updateOne({ number, revision }, { $set: mark });
    },
    statusBits: async (purpose, list) => {
      const options = { projection: { _id: 0, index: 1 }, sort: { index: 1 } } as const;
      const set = rows().find({ list, [marks[purpose]]: true }, options);
      return (await set.toArray()).map(({ index }) => index);
    },
    statusList: async (purpose, list) =>
      lists().findOne<StatusList>({ _id: `${purpose}-${list}` }, withoutKey),
    statusLists: async () =>
      lists()
        .find<StatusList>({ purpose: { $ne: 'token' } }, withoutKey)
        .sort({ _id: 1 })
        .toArray(),
    saveStatusList: async (list) => {
      const save = inTransaction(connection, async (session) => {
        const _id = `${list.purpose}-${list.list}`;
        const before = { _id, version: list.version - 1 };
        if (list.version === 1) await lists().insertOne({ _id, ...list }, { session });
        else if ((await lists().replaceOne(before, list, { session })).matchedCount === 0) return false;
        const entries = connection.collection<EntryRow>('logEntries');
        await entries.bulkWrite([waiting(statusListEntry(_id, list), clock.now())], { session });
        return true;
      });
      return save.catch((error: unknown) => {
        if (isDuplicate(error)) return false;
        throw error;
      });
    },
    entriesAfter: (last, limit) =>
      findEntries(connection, { _id: { $gt: last } }, { sort: { _id: 1 }, limit }),
    stampsDue: async (instant, limit) => {
      const due = { stampUntil: { $lte: instant } };
      // Sealed before an authority was set, or by a version that knew of none.
      const without = { stampUntil: null, 'files.kind': 'certificate' };
      const oldest = { sort: { stampUntil: 1, _id: 1 }, limit } as const;
      return findEntries(connection, { $or: [due, without] }, oldest);
    },
    entryOfFile: async (digest) =>
      (await findEntries(connection, { 'files.digest': digest }, { limit: 1 }))[0] ?? null,
  };
}

async function addAnchor(
  connection: Connection,
  name: 'sealAnchors' | 'timeAnchors',
  { id, issuers, ...anchor }: SealAnchor,
): Promise<void> {
  const anchors = connection.collection<Stored<SealAnchor>>(name);
  const change = { $setOnInsert: anchor, ...(issuers && { $set: { issuers } }) };
  await anchors.updateOne({ _id: id }, change, { upsert: true });
}

/** What the public log says of a list. */
function statusListEntry(name: string, { version, credential }: StatusList): Entering {
  const digest = createHash('sha256').update(credential).digest('hex');
  return {
    source: `statusList/${name}/${version}`,
    type: 'statusList',
    statement: { list: name, version, digest },
  };
}

const withoutKey = { projection: { _id: 0 } } as const;
const oldestFirst = { sort: { since: 1, _id: 1 } } as const;
const marks: Readonly<Record<StatusPurpose, keyof StatusMark>> = {
  revocation: 'revoked',
  suspension: 'suspended',
};
