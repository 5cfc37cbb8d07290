import type { Job } from '../commands/ports/jobPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { type JournalLetterKind, journalLetters, type Letter } from './letters.ts';

/** The letters that a job has to send: one for each who may have it now. */
export async function lettersOf(kind: JournalLetterKind, deps: Deps, job: Job): Promise<readonly Letter[]> {
  const { id: jobId, fact, stream, recordId } = job;
  const cause = { jobId, fact, stream, recordId };
  const copies = await journalLetters[kind].copies(deps, job);
  // A letter of one kind is a letter: of so many kinds the compiler does not see it.
  return copies.map(({ to, params, id }) => ({ kind, to, params, id, cause }) as Letter);
}
