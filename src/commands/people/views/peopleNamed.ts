import type { Deps } from '../../ports/ports.ts';

/** People that the beginning of a name stands for. */
const maxNamed = 20;

/** Ids of the people who are meant by an id, an address, or the beginning of a name; none where nobody is. */
export async function peopleNamed(
  { store }: Pick<Deps, 'store'>,
  person: string,
): Promise<readonly string[]> {
  if (/^(system|scim|[0-9A-Z]{9,26})$/.test(person)) return [person];
  if (!person.includes('@')) return (await store.people(person, maxNamed)).map(({ id }) => id);
  const found = await store.personByEmail(person.toLowerCase());
  return found ? [found.id] : [];
}
