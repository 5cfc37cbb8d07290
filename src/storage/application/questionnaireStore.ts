import type { Connection, mongo } from 'mongoose';
import type { Application } from '../../commands/items/items.ts';
import type { Trace } from '../../commands/items/newRecord.ts';
import type { NewQuestionnaire, Questionnaire } from '../../commands/items/questionnaire.ts';
import type { Questioning } from '../../commands/ports/questionnairePorts.ts';
import {
  fewestAnswers,
  noCounts,
  type StepCounts,
  toldAnswers,
  toldCounts,
} from '../../criteria/answerCounts.ts';
import { LabelError } from '../../errors.ts';
import { addNote } from '../database/addNote.ts';
import { withKey } from '../database/database.ts';
import { inTransaction } from '../database/inTransaction.ts';
import { after, before, type Reader } from '../database/reader.ts';
import { holdOpen } from './evidenceStore.ts';

/** As it is stored: the sums, the marks of the forms that were counted, and the codes that were not used. Once closed, only what may be told. */
interface Counted extends Omit<Questionnaire, 'answers' | 'counts' | 'codes' | 'byCode'> {
  readonly codes?: readonly string[] | null;
  readonly unused?: readonly string[];
  /** Not there in those that were opened before there were codes. */
  readonly byCode?: boolean;
  readonly answers: number | null;
  readonly counts: Readonly<Record<string, StepCounts | null>> | null;
  readonly sent?: readonly string[];
}
type Row = Omit<Counted, 'id'> & { readonly _id: string };

/** Questionnaires and the sums of their answers, as the view of `many` shows them; `application` reads the file they belong to. */
export function questionnaireStore(
  connection: Connection,
  { many }: Reader,
  application: (id: string) => Promise<Application | null>,
): Questioning {
  const rows = () => connection.collection<Row>('questionnaires');
  return {
    questionnairesOf: async (applicationId) =>
      (await many<Counted>('questionnaires', { applicationId }, { _id: -1 })).map(told),
    openQuestionnaire: async (opened, { today, max }, by) => {
      const { applicationId } = opened;
      if (!(await application(applicationId))) throw new LabelError('notFound');
      return inTransaction(connection, async (session) => {
        await holdOpen(connection, session, applicationId);
        const open = { applicationId, closedAt: null, closesOn: { $gte: today } };
        const known = await rows().findOne(open, { session });
        if (known) return known._id;
        if ((await rows().countDocuments({ applicationId }, { session })) >= max) return null;
        await rows().insertOne(newRow(opened), { session });
        await addNote(connection, session, noteOf(opened, by, 'questionnaire.opened'));
        return opened.id;
      });
    },
    closeQuestionnaire: async ({ id, applicationId }, by) => {
      if (!(await application(applicationId))) throw new LabelError('notFound');
      await inTransaction(connection, async (session) => {
        const closed = await close(rows(), id, by.at, session);
        if (closed) await addNote(connection, session, noteOf(closed, by, 'questionnaire.closed'));
      });
    },
    questionnairesToClose: async (day, { limit, last = '' }) => {
      const filter = { closedAt: null, closesOn: before(day), _id: after(last) };
      return (await many<Counted>('questionnaires', filter, { _id: 1 }, limit)).map(told);
    },
    askedQuestionnaire: async (token) => {
      const projection = {
        organisation: 1,
        statements: 1,
        closesOn: 1,
        closedAt: 1,
        applicationId: 1,
        byCode: 1,
      };
      const found = await rows().findOne({ token }, { projection });
      if (!found) return null;
      const { organisation, statements, closesOn, closedAt, byCode = false } = found;
      const file = await connection
        .collection<{ _id: string; state: Application['state'] }>('applications')
        .findOne({ _id: found.applicationId }, { projection: { state: 1 } });
      return file && { organisation, statements, closesOn, closedAt, byCode, state: file.state };
    },
    countSheet: async (token, { once, places, code }, { today, max }) => {
      const sums = Object.entries(places).map(([id, place]) => [`counts.${id}.${place}`, 1] as const);
      const open = { token, closedAt: null, closesOn: { $gte: today }, answers: { $lt: max } };
      const { modifiedCount } = await rows().updateOne(
        { ...open, sent: { $ne: once }, ...(code !== null && { unused: code }) },
        {
          $inc: { answers: 1, ...Object.fromEntries(sums) },
          $push: { sent: once },
          ...(code !== null && { $pull: { unused: code } }),
        },
      );
      const isThere = async (filter: object) =>
        (await rows().findOne(filter, { projection: { _id: 1 } })) !== null;
      if (modifiedCount === 1 || (await isThere({ token, sent: once }))) return 'counted';
      return (await isThere(open)) ? 'badCode' : 'closed';
    },
  };
}

function newRow({ codes, ...opened }: NewQuestionnaire): Row {
  const counts = Object.fromEntries(opened.statements.map(({ id }) => [id, noCounts]));
  const own = codes === null ? { byCode: false } : { byCode: true, codes, unused: codes };
  return { ...withKey(opened), ...own, closedAt: null, answers: 0, counts, sent: [] };
}

/** Ends one that is open, and takes away what nobody may be told: all of it for fewer than five answers. */
async function close(
  rows: mongo.Collection<Row>,
  id: string,
  at: string,
  session: mongo.ClientSession,
): Promise<Questionnaire | null> {
  const open = { _id: id, closedAt: null };
  const row = await rows.findOneAndUpdate(open, { $set: { closedAt: at } }, { session });
  if (!row) return null;
  const { _id, sent: _, unused: __, byCode = false, ...rest } = row;
  const enough = (row.answers ?? 0) >= fewestAnswers;
  const kept = { answers: toldAnswers(row.answers ?? 0), counts: enough ? onlyTold(row.counts ?? {}) : null };
  await rows.updateOne({ _id: id }, { $set: kept, $unset: { sent: '', codes: '', unused: '' } }, { session });
  return { id, ...rest, ...kept, byCode, codes: null, closedAt: at };
}

function onlyTold(counts: Readonly<Record<string, StepCounts | null>>) {
  return Object.fromEntries(Object.entries(counts).map(([id, some]) => [id, some && toldCounts(some)]));
}

/** What may be told of one: until it is closed, neither a sum nor how many answered leaves the store. */
function told({ sent: _, unused: __, codes = null, byCode = false, ...row }: Counted): Questionnaire {
  const known = { ...row, byCode, codes };
  if (row.closedAt === null) return { ...known, answers: null, counts: null };
  return { ...known, answers: toldAnswers(row.answers ?? 0) };
}

function noteOf(
  { id, applicationId }: Pick<Questionnaire, 'id' | 'applicationId'>,
  by: Trace,
  fact: 'questionnaire.opened' | 'questionnaire.closed',
) {
  return { ...by, stream: `questionnaires/${applicationId}`, facts: [fact], data: { questionnaireId: id } };
}
