import { holderOf, servingOn as servingOnItem } from '../commands/desk/casework/officersFor.ts';
import type { Organisation, Person } from '../commands/items/items.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { conflictsWith } from '../commands/review/ties/barredFrom.ts';
import { mayEdit, mayPrepare, speaksFor } from '../policies/organisation.ts';
import { fileRows, nameAndNumber, type OfFile, theFile } from './subjects.ts';

/** Those who speak for the organisation. */
export const owners = peopleWho(speaksFor);
/** Those who may write for the organisation. */
export const editors = peopleWho(mayEdit);
/** Those who may write in a file, advisers among them. */
export const writers = peopleWho(mayPrepare);

function peopleWho(may: typeof speaksFor | typeof mayEdit) {
  return async ({ organisation: { id } }: Pick<OfFile, 'organisation'>, { store }: Deps) =>
    (await store.peopleOf(id)).filter((person) => may(person, id));
}

/** The officer whose a file is, or who stands in for them; while it is nobody's, all who may hear of it. */
export async function officers(file: OfFile, deps: Deps): Promise<readonly Person[]> {
  const serving = await servingOn(file, deps, await deps.store.peopleWith('officer'));
  const casework = await deps.store.casework(`files/${file.number}`);
  const { owner, absence, standIn } = await holderOf(deps, casework?.owner ?? null, serving);
  if (owner && !absence) return [owner];
  // Nobody stands in: it must not wait until the owner is back.
  return standIn ? [standIn] : serving;
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
  return servingOnItem(deps, { organisationId: organisation.id, applicationId: number }, people);
}

/** Those of some people who are not in conflict with an organisation today. */
export async function withoutConflict(
  { id }: Organisation,
  deps: Deps,
  people: readonly Person[],
): Promise<readonly Person[]> {
  const conflicts = await conflictsWith(deps, id);
  return people.filter((person) => !conflicts(person));
}

/** What letters about a file to those who speak for its organisation have in common. */
export const toOwners = { topic: null, about: theFile, to: owners };

/** The same of letters to those who may write in the file. */
export const toWriters = { ...toOwners, to: writers };

/** What letters that tell the officers how a file goes on have in common. */
export const toOfficers = {
  topic: 'fileProgress' as const,
  about: theFile,
  to: officers,
  path: ({ number }: OfFile) => `files/${number}`,
  tells: nameAndNumber,
  says: fileRows,
};
