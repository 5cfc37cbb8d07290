import { refusingParts } from '../../../policies/duties.ts';
import type { File, Part } from '../../../policies/parts.ts';
import { partsOn } from '../../common/actor.ts';
import type { Person } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

/** A member of the committee towards one file; who has a part in it already, or a tie, is recused from the start. */
export interface Member {
  readonly person: Person;
  readonly part: Part | null;
}

/** Everyone who sits in the committee, the chairs first. */
export async function committeeOf({ store }: Pick<Deps, 'store'>): Promise<Person[]> {
  const all = [...(await store.peopleWith('chair')), ...(await store.peopleWith('committee'))];
  return [...new Map(all.map((person) => [person.id, person])).values()];
}

/** What keeps each member from sitting on a file, and each of those who `attended` and left the committee since; null for who is free. */
export async function membersTowards(deps: Deps, file: File, attended: readonly string[] = []) {
  const serving = await committeeOf(deps);
  const gone = attended.filter((id) => !serving.some((person) => person.id === id));
  const former = await Promise.all(gone.map((id) => deps.store.person(id)));
  const people = [...serving, ...former.filter((person) => person !== null)];
  const towards = async (person: Person): Promise<Member> => ({
    person,
    part: await recusalGroundOf(deps, person, file),
  });
  return Promise.all(people.map(towards));
}

/** What keeps a person from sitting on a file: an earlier part or a tie; null for who is free. */
export async function recusalGroundOf(deps: Deps, person: Person, file: File): Promise<Member['part']> {
  const { state, context } = file.application;
  const held = await partsOn(deps, person, { id: context.applicationId, state, context });
  return refusingParts('session.vote', held)[0] ?? null;
}
