import { LabelError } from '../../../errors.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Person } from '../../items/items.ts';
import type { Demonstration } from '../../ports/demonstrationPorts.ts';
import type { Deps } from '../../ports/ports.ts';
import { noteOnPerson } from '../accounts/noteOnPerson.ts';

/**
 * Signs a visitor in as someone of the demonstration, by nothing but their wish; `notFound` for anybody else, for someone who is not
 * there yet, and wherever labels are real.
 */
export async function becomeSpecimen(
  deps: Deps,
  { people }: Pick<Demonstration, 'people'>,
  { email, request }: { readonly email: string; readonly request: string },
): Promise<Person> {
  if (!deps.specimen) throw new LabelError('notFound');
  const named = requireVisible(people.find((one) => one.email === email) ?? null);
  const person = requireVisible(await deps.store.personByEmail(named.email));
  requireVisible(person.removedAt === null);
  await noteOnPerson(deps, person.id, { facts: ['person.signedIn'], data: { how: 'code' } }, request);
  return person;
}
