import type { Job } from '../commands/ports/jobPorts.ts';
import { type JournalLetterKind, journalLetters, type Letter, type LetterDeps } from '../letters/letters.ts';

/**
 * Sends a letter to everyone who may have it now. One that cannot be sent does not keep the others from theirs; the job then fails
 * with its error, and the next try sends what did not go.
 */
export async function sendLetter<K extends JournalLetterKind>(
  kind: K,
  deps: LetterDeps,
  job: Job,
): Promise<void> {
  const copies = await journalLetters[kind].copies(deps, job);
  const letters = copies.map(({ to, params, id }): Letter<K> => ({ kind, to, params, id }));
  // A letter of one kind is a letter: of so many kinds the compiler does not see it.
  const tries = await Promise.allSettled(letters.map((letter) => deps.mailer.send(letter as Letter)));
  const failed = tries.find((tried) => tried.status === 'rejected');
  if (failed) throw failed.reason;
}
