import type { Asker, Deps } from '../../ports/ports.ts';
import { readersOf } from '../mail/listMail.ts';
import type { DigestLine } from './digestLine.ts';

/** Days for which a letter that did not arrive is told of. */
const toldDays = 30;

/** People whom letters do not reach, each by the newest letter on something that happened; over once a letter gets through. */
export async function mailLines({ store, clock }: Deps, _: Asker, limit: number): Promise<DigestLine[]> {
  const since = new Date(clock.now().getTime() - toldDays * 86_400_000).toISOString();
  const found = await Promise.all(
    (['bounced', 'refused'] as const).map((state) => store.loggedLetters({ state }, limit)),
  );
  // Whoever signs in with a wrong address sees so at once.
  const failed = found.flat().filter(({ cause, changedAt }) => cause !== null && changedAt > since);
  const returned = await store.returnedMail(failed.map(({ to }) => to));
  const newest = new Map(
    failed.sort((a, b) => a.changedAt.localeCompare(b.changedAt)).map((letter) => [letter.to, letter]),
  );
  const letters = [...newest.values()].filter(({ to }) => returned.has(to));
  const readers = await readersOf({ store }, letters);
  return letters.map(({ id, to, personId, applicationId }) => ({
    what: 'digest.what.returned',
    about: [readers.get(personId ?? '')?.name ?? to, applicationId].filter(Boolean).join(' · '),
    dueOn: null,
    ...(applicationId !== null && ({ item: `files/${applicationId}` } as const)),
    path: `mail/letters/${encodeURIComponent(id)}`,
  }));
}
