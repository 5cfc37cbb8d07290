import { type Absence, isAway, keeperOf } from '../../../policies/absence.ts';
import { dayOf } from '../../../register/day.ts';
import { fileRecusals } from '../../file/fileRecusals.ts';
import type { Casework } from '../../items/casework.ts';
import type { Person } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { conflictsWith } from '../../review/ties/barredFrom.ts';

type With = Pick<Deps, 'store' | 'clock' | 'impartiality'>;
type Of = Pick<Casework, 'organisationId' | 'applicationId'>;

/** Who has an item, as far as they are still there and may have it. */
export interface Holder {
  /** Null where nobody has it, or who had it may not any more. */
  readonly owner: Person | null;
  /** Who had it, and may not any more: they left, or are kept away since. */
  readonly lapsed: Person | null;
  /** Set while the owner is away. */
  readonly absence: Absence | null;
  /** Who has it meanwhile; null where nobody was named, or who was may not or is away too. */
  readonly standIn: Person | null;
}

/** The officers who may hear of an item. */
export async function officersFor(deps: With, of: Of): Promise<readonly Person[]> {
  return servingOn(deps, of, await deps.store.peopleWith('officer'));
}

/**
 * Those of some of the staff who may hear of an item: not who is in conflict with its organisation or recused from its file, nor who
 * meets it through their own part in its evaluation alone.
 */
export async function servingOn(
  deps: With,
  { organisationId, applicationId }: Of,
  people: readonly Person[],
): Promise<readonly Person[]> {
  const [evaluators, recusals, conflicts] = await Promise.all([
    applicationId === null ? [] : deps.store.evaluatorsOf(applicationId),
    applicationId === null ? [] : fileRecusals(deps, applicationId),
    organisationId === null ? () => false : conflictsWith(deps, organisationId),
  ]);
  const kept = [...evaluators, ...recusals.map(({ personId }) => personId)];
  return people.filter((person) => !kept.includes(person.id) && !conflicts(person));
}

/** Who has an item today, of the officers who may. */
export async function holderOf(
  { store, clock }: With,
  owner: string | null,
  officers: readonly Person[],
): Promise<Holder> {
  const there = officers.find(({ id }) => id === owner) ?? null;
  if (there === null) {
    const lapsed = owner === null ? null : await store.person(owner);
    return { owner: null, lapsed, absence: null, standIn: null };
  }
  const { absence } = there;
  const today = dayOf(clock.now().toISOString());
  if (!isAway(absence, today)) return { owner: there, lapsed: null, absence: null, standIn: null };
  return { owner: there, lapsed: null, absence, standIn: keeperOf(there, officers, today) };
}
