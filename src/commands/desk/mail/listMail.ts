import { LabelError } from '../../../errors.ts';
import { isOfficer } from '../../../policies/who.ts';
import { pageOf } from '../../common/pages.ts';
import type { Person } from '../../items/items.ts';
import type { LoggedLetter } from '../../items/mailLog.ts';
import type { MailPlace, MailQuery } from '../../ports/mailPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

const pageSize = 50;

export type MailPage = Awaited<ReturnType<typeof listMail>>;

interface Asked {
  readonly query: MailQuery;
  readonly before?: MailPlace | undefined;
}

/** A page of the mail log for an officer, and how many letters of each state the question finds but for its state, as far as they may see them. */
export async function listMail(deps: Pick<Deps, 'store'>, asker: Asker, asked: Asked) {
  const page = await readMailPage(deps, asker, asked);
  const { state: _, ...query } = asked.query;
  return { ...page, counts: await deps.store.countLetters(query) };
}

/** A page of the mail log for an officer, as far as they may see it. */
export async function readMailPage({ store }: Pick<Deps, 'store'>, asker: Asker, { query, before }: Asked) {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const found = await store.loggedLetters(query, pageSize + 1, before);
  const { items: letters, last } = pageOf(found, pageSize);
  return {
    letters,
    people: await readersOf({ store }, letters),
    /** Where the next page begins, or null. */
    next: last && { queuedAt: last.queuedAt, id: last.id },
  };
}

/** Whom letters are for, by id, as far as they are still known. */
export async function readersOf(
  { store }: Pick<Deps, 'store'>,
  letters: readonly LoggedLetter[],
): Promise<ReadonlyMap<string, Person>> {
  const ids = [...new Set(letters.flatMap(({ personId }) => (personId === null ? [] : [personId])))];
  const people = await Promise.all(ids.map((id) => store.person(id)));
  return new Map(people.flatMap((person) => (person ? [[person.id, person]] : [])));
}
