import type { Connection, mongo } from 'mongoose';
import type { EvidenceEdit } from '../../commands/items/assessmentItems.ts';
import type { Application, Evidence } from '../../commands/items/items.ts';
import type { Trace } from '../../commands/items/newRecord.ts';
import type { Store } from '../../commands/ports/ports.ts';
import { LabelError } from '../../errors.ts';
import type { DomainEvent } from '../../workflow/domainEvents.ts';
import { addNote } from '../database/addNote.ts';
import { withKey } from '../database/database.ts';
import { inTransaction } from '../database/inTransaction.ts';
import { isDuplicate } from '../database/isDuplicate.ts';
import type { Reader } from '../database/reader.ts';
import { writeEdit } from './writeEdit.ts';

type StoredEvidence = Omit<Evidence, 'id'> & { readonly _id: string };

/** The files of applications, as the view of `one` and `many` shows them; `application` reads the file they belong to. */
export function evidenceStore(
  connection: Connection,
  { one, many }: Reader,
  application: (id: string) => Promise<Application | null>,
) {
  const rows = () => connection.collection<StoredEvidence>('evidence');
  const newest = ({ applicationId, document }: Evidence, session: mongo.ClientSession) =>
    rows().findOne({ applicationId, document }, { session, sort: { revision: -1 } });
  return {
    evidence: (id) => one<Evidence>('evidence', { _id: id }),
    evidenceOf: (applicationId) => many<Evidence>('evidence', { applicationId }),
    addEvidence: async (evidence, max, by, join) => {
      const { applicationId, revision } = evidence;
      if (!(await application(applicationId))) throw new LabelError('notFound');
      try {
        return await inTransaction(connection, async (session) => {
          await holdOpen(connection, session, applicationId);
          const before = await newest(evidence, session);
          if ((before?.revision ?? 0) !== revision - 1 || (before?.withdrawnAt ?? null) !== null)
            return 'late';
          // Two at once conflict on the working copy: the later one is retried and counts the earlier.
          if ((await rows().countDocuments({ applicationId }, { session })) >= max) return 'full';
          await rows().insertOne(withKey(evidence), { session });
          const fact = revision === 1 ? 'evidence.added' : 'evidence.revised';
          await addNote(connection, session, noteOf(evidence, by, fact));
          if (join) {
            const { by: joining, ...place } = join;
            const edit = { part: 'files', ...place, document: evidence.document, joined: true } as const;
            const written = await writeEdit(connection, session, applicationId, edit, joining);
            if (!written) throw new LabelError('notFound');
          }
          return 'added';
        });
      } catch (error) {
        if (isDuplicate(error) && error.keyPattern?.digest === 1) return 'known';
        throw error;
      }
    },
    editEvidence: async (latest, edit, by) => {
      const { id, applicationId, document } = latest;
      if (!(await application(applicationId))) throw new LabelError('notFound');
      await inTransaction(connection, async (session) => {
        await holdOpen(connection, session, applicationId);
        if ((await newest(latest, session))?._id !== id) throw new LabelError('stale');
        const which = 'withdrawnAt' in edit ? { applicationId, document } : { _id: id };
        await rows().updateMany(which, { $set: edit }, { session });
        await addNote(connection, session, noteOf(latest, by, editedFact(edit), edit));
      });
    },
  } satisfies Partial<Store>;
}

/**
 * Holds an application whose content is not erased, for the time of a transaction: what erases its content, or freezes it,
 * writes or reads its working copy too, and of the two the later one sees the earlier.
 */
export async function holdOpen(
  connection: Connection,
  session: mongo.ClientSession,
  applicationId: string,
): Promise<void> {
  const copy = await connection
    .collection<{ _id: string }>('selfAssessments')
    .updateOne({ _id: applicationId }, { $inc: { revision: 1 } }, { session });
  const open = await connection
    .collection<{ _id: string; contentErasedAt?: string | null }>('applications')
    .findOne({ _id: applicationId, contentErasedAt: null }, { session });
  if (copy.matchedCount === 0 || !open) throw new LabelError('stale');
}

type EvidenceEvent = Extract<DomainEvent, `evidence.${string}`>;

function editedFact(edit: EvidenceEdit): EvidenceEvent {
  if (!('withdrawnAt' in edit)) return 'evidence.described';
  return edit.withdrawnAt === null ? 'evidence.offeredAgain' : 'evidence.withdrawn';
}

function noteOf(
  { id, applicationId, digest }: Evidence,
  by: Trace,
  fact: EvidenceEvent,
  edit?: EvidenceEdit,
) {
  const data = { evidenceId: id, digest, ...edit };
  return { ...by, stream: `evidence/${applicationId}`, facts: [fact], data };
}
