import type { Job } from '../commands/ports/jobPorts.ts';
import type { JournalLetterKind, LetterDeps } from '../letters/letters.ts';
import { lettersOf } from '../letters/lettersOf.ts';

/**
 * Sends a letter to everyone who may have it now. One that cannot be sent does not keep the others from theirs; the job then fails
 * with its error, and the next try sends what did not go.
 */
export async function sendLetter(kind: JournalLetterKind, deps: LetterDeps, job: Job): Promise<void> {
  const letters = await lettersOf(kind, deps, job);
  const tries = await Promise.allSettled(letters.map((letter) => deps.mailer.send(letter)));
  const failed = tries.find((tried) => tried.status === 'rejected');
  if (failed) throw failed.reason;
}
