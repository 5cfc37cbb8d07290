import type { Organisation, Person } from '../commands/items/items.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { hasConflict } from '../commands/review/ties/barredFrom.ts';
import { mayEdit, speaksFor } from '../policies/organisation.ts';
import { closesEverywhere } from '../policies/recusal.ts';
import type { OfFile } from './subjects.ts';

/** Those who speak for the organisation. */
export async function owners(
  { organisation: { id } }: Pick<OfFile, 'organisation'>,
  { store }: Deps,
): Promise<Person[]> {
  return (await store.peopleOf(id)).filter((person) => speaksFor(person, id));
}

/** Those who may write for the organisation. */
export async function editors(
  { organisation: { id } }: Pick<OfFile, 'organisation'>,
  { store }: Deps,
): Promise<Person[]> {
  return (await store.peopleOf(id)).filter((person) => mayEdit(person, id));
}

/** The officers who may hear of a file. */
export async function officers(file: OfFile, deps: Deps): Promise<readonly Person[]> {
  return servingOn(file, deps, await deps.store.peopleWith('officer'));
}

/**
 * Those of some of the staff who may hear of a file: not who is in conflict with its organisation or recused from it, nor who meets
 * it through their own part in its evaluation alone.
 */
export async function servingOn(
  { organisation, number }: OfFile,
  deps: Deps,
  people: readonly Person[],
): Promise<readonly Person[]> {
  const { store } = deps;
  const serves = await Promise.all(
    people.map(async ({ id }) => {
      const [evaluated, recusals] = await Promise.all([store.filesEvaluatedBy(id), store.recusalsOf(id)]);
      const closed = recusals.filter(closesEverywhere).map((one) => one.applicationId);
      return ![...evaluated, ...closed].includes(number);
    }),
  );
  return withoutConflict(
    organisation,
    deps,
    people.filter((_, i) => serves[i]),
  );
}

/** Those of some people who are not in conflict with an organisation today. */
export async function withoutConflict(
  { id }: Organisation,
  deps: Deps,
  people: readonly Person[],
): Promise<readonly Person[]> {
  const tied = await Promise.all(people.map((person) => hasConflict(deps, person, id)));
  return people.filter((_, i) => !tied[i]);
}
