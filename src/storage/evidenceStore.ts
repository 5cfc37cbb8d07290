import type { Connection } from 'mongoose';
import type { Application, Evidence } from '../commands/items.ts';
import type { Store } from '../commands/ports.ts';
import { LabelError } from '../errors.ts';
import { addNote } from './addNote.ts';
import { withKey } from './database.ts';
import { inTransaction } from './inTransaction.ts';
import { isDuplicate } from './isDuplicate.ts';
import type { Reader } from './reader.ts';

type Part = Pick<Store, 'evidence' | 'evidenceOf' | 'addEvidence'>;

/** The files of applications, as the view of `one` and `many` shows them; `application` reads the file they belong to. */
export function evidenceStore(
  connection: Connection,
  { one, many }: Reader,
  application: (id: string) => Promise<Application | null>,
): Part {
  return {
    evidence: (id) => one<Evidence>('evidence', { _id: id }),
    evidenceOf: (applicationId) => many<Evidence>('evidence', { applicationId }, { _id: 1 }),
    addEvidence: async (evidence, most, by) => {
      const { id, applicationId, digest } = evidence;
      if (!(await application(applicationId))) throw new LabelError('notFound');
      const kept = connection.collection<{ _id: string }>('evidence');
      try {
        return await inTransaction(connection, async (session) => {
          // Erasing the content of a file writes its working copy too: of the two, the later one sees the earlier.
          const copy = await connection
            .collection<{ _id: string }>('selfAssessments')
            .updateOne({ _id: applicationId }, { $inc: { revision: 1 } }, { session });
          const open = await connection
            .collection<{ _id: string; contentErasedAt?: string | null }>('applications')
            .findOne({ _id: applicationId, contentErasedAt: null }, { session });
          if (copy.matchedCount === 0 || !open) throw new LabelError('stale');
          // Two at once meet on the end of the note's chain: the later one is tried again and counts the earlier.
          if ((await kept.countDocuments({ applicationId }, { session })) >= most) return 'full';
          await kept.insertOne(withKey(evidence), { session });
          await addNote(connection, session, {
            ...by,
            stream: `evidence/${applicationId}`,
            facts: ['evidence.added'],
            data: { evidenceId: id, digest },
          });
          return 'added';
        });
      } catch (error) {
        if (isDuplicate(error) && error.keyPattern?.digest === 1) return 'known';
        throw error;
      }
    },
  };
}
