import type { Connection, mongo } from 'mongoose';
import { systemActor } from '../../../commands/common/actor.ts';
import { addDays, dayOf, endOfDay } from '../../../register/day.ts';
import { chain, type JournalRecord } from '../../../workflow/record.ts';
import type { StoredComplaint } from '../../../workflow/storedComplaint.ts';

interface Head {
  readonly _id: string;
  readonly seq: number;
  readonly hash: string;
}

/** A complaint as it was kept before it had a life of its own. */
interface OldRow {
  readonly _id: string;
  readonly receivedAt: string;
  readonly labelNumber: string | null;
  readonly organisationId: string | null;
  readonly email?: string | null;
  readonly sent?: string;
}

/** Calendar days to answer, as of this migration. */
const answerDays = 14;

/**
 * Complaints become items: the end of each chain moves from `heads` to its complaint, and a line says the state that it begins
 * with. They were acknowledged on the page, and are to be answered as if they came today. One whose time was over before is kept
 * as a number without content, so that its chain has an end.
 */
export async function complaintsAsItems(connection: Connection): Promise<void> {
  const at = new Date().toISOString();
  const heads = connection.collection<Head>('heads');
  const ends = await heads.find({ _id: { $gte: 'complaints/', $lt: 'complaints0' } }).toArray();
  for (const end of ends) {
    await connection.transaction((session) => toItem(connection, session, end, at));
  }
  const indexes = await connection.collection('complaints').indexes();
  if (indexes.some(({ name }) => name === 'organisationId_1'))
    await connection.collection('complaints').dropIndex('organisationId_1');
}

async function toItem(connection: Connection, session: mongo.ClientSession, end: Head, at: string) {
  const id = end._id.slice('complaints/'.length);
  const rows = connection.collection<OldRow>('complaints');
  const old = await rows.findOne({ _id: id }, { session });
  const stored = await storedOf(connection, session, old ?? { _id: id }, at);
  const line = chain({
    id: `complaints-as-items:${id}`,
    stream: end._id,
    seq: end.seq + 1,
    at,
    actor: systemActor,
    event: null,
    facts: old ? ['complaint.acknowledged'] : ['complaint.contentErased'],
    data: { stored, ...(!old && { files: [] }) },
    previous: end.hash,
  });
  const { id: key, ...record } = line;
  await connection.collection<{ _id: string }>('records').insertOne({ _id: key, ...record }, { session });
  await connection.collection<Head>('heads').deleteOne({ _id: end._id }, { session });
  const {
    labelNumber: _,
    organisationId: __,
    ...kept
  } = old ?? (await erased(connection, session, end._id, at));
  const item = { kind: 'misuse', secretHash: null, words: [], ...kept, ...stored };
  const head = { seq: line.seq, hash: line.hash };
  await rows.replaceOne({ _id: id }, { ...item, revision: 1, head } as never, { session, upsert: true });
}

async function storedOf(
  connection: Connection,
  session: mongo.ClientSession,
  { _id, labelNumber = null, organisationId = null, receivedAt }: Partial<OldRow> & Pick<OldRow, '_id'>,
  at: string,
): Promise<StoredComplaint> {
  const labels = connection.collection<{ _id: string; context: { applicationId: string } }>('labels');
  const label = labelNumber === null ? null : await labels.findOne({ _id: labelNumber }, { session });
  return {
    machineVersion: 1,
    state: receivedAt === undefined ? 'closed' : 'acknowledged',
    context: {
      complaintId: _id,
      labelNumber,
      applicationId: label?.context.applicationId ?? null,
      organisationId,
      dueAt: endOfDay(addDays(dayOf(at), answerDays)),
      handler: null,
      outsider: null,
      earlierHandlers: [],
      statement: null,
      outcome: null,
      contested: false,
    },
  };
}

async function erased(connection: Connection, session: mongo.ClientSession, stream: string, at: string) {
  const records = connection.collection<Pick<JournalRecord, 'at' | 'stream' | 'seq'>>('records');
  const first = await records.findOne({ stream, seq: 1 }, { session });
  const blank = { number: '', place: null, text: '', link: '', email: null, photo: null, language: 'fr' };
  return {
    ...blank,
    receivedAt: first?.at ?? at,
    contentErasedAt: at,
    labelNumber: null,
    organisationId: null,
  };
}
