import type { Person } from '../../commands/items/items.ts';
import type { Letter, LetterKind, LetterParams } from '../../commands/items/letters.ts';
import { mayReceive } from '../../commands/people/accounts/mayReceive.ts';
import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';

/** A letter to several people: what it says is made for each, because links are in the language of their reader. */
export interface CircularLetter<K extends LetterKind> {
  readonly kind: K;
  /** The organisation that it is about. */
  readonly organisationId: string;
  readonly people: readonly Person[];
  readonly params: (person: Person) => LetterParams[K];
}

/**
 * Sends a letter to those of some people who may have it now. One that cannot be sent does not keep the others from theirs;
 * the job then fails with its error, and the next try sends what did not go.
 */
export async function sendLetters<K extends LetterKind>(
  deps: Deps,
  job: Job,
  { kind, organisationId, people, params }: CircularLetter<K>,
): Promise<void> {
  const may = await Promise.all(people.map((person) => mayReceive(deps, person, organisationId, kind)));
  const tries = await Promise.allSettled(
    people
      .filter((_, i) => may[i])
      .map((person) => {
        const { email, language, name } = person;
        const to = { email, language, name, personId: person.id };
        return deps.mailer.send({
          kind,
          to,
          params: params(person),
          id: `${job.id}:${person.id}`,
        } as Letter);
      }),
  );
  const failed = tries.find((tried) => tried.status === 'rejected');
  if (failed) throw failed.reason;
}
