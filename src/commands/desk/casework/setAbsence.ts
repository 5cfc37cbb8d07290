import { fault, LabelError, requireNoFaults } from '../../../errors.ts';
import { isOfficer } from '../../../policies/who.ts';
import { type Day, dayOf } from '../../../register/day.ts';
import { actorOf } from '../../common/actor.ts';
import { changeItem } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

type With = Pick<Deps, 'store' | 'clock' | 'ids'>;

export interface AbsenceInput {
  /** Id of the officer who is away: a colleague may be ill and say so by telephone. */
  readonly personId: string;
  readonly from: Day;
  readonly until: Day;
  /** Id of another officer; null for nobody. */
  readonly standIn: string | null;
}

/** Says that an officer is away, from when until when, and who stands in; it takes the place of what was said before. */
export async function setAbsence(deps: With, asker: Asker, { personId, ...absence }: AbsenceInput) {
  const person = await officer(deps, asker, personId);
  const { from, until, standIn } = absence;
  const at = deps.clock.now().toISOString();
  const others = (await deps.store.peopleWith('officer')).filter(({ id }) => id !== personId);
  requireNoFaults([
    ...(until < from ? [fault('until', 'periodReversed')] : []),
    ...(until >= from && until < dayOf(at) ? [fault('until', 'absenceOver')] : []),
    ...(standIn !== null && !others.some(({ id }) => id === standIn)
      ? [fault('standIn', 'notAnOption')]
      : []),
  ]);
  const line = { at, actor: actorOf(asker), facts: ['person.absenceSet'], data: absence } as const;
  await deps.store.commit([changeItem(deps, 'people', person, { absence }, line)]);
}

/** Says that an officer is back, or not away after all; nothing happens where they are not. */
export async function endAbsence(deps: With, asker: Asker, { personId }: Pick<AbsenceInput, 'personId'>) {
  const person = await officer(deps, asker, personId);
  if (!person.absence) return;
  const at = deps.clock.now().toISOString();
  const line = { at, actor: actorOf(asker), facts: ['person.absenceEnded'] } as const;
  await deps.store.commit([changeItem(deps, 'people', person, { absence: null }, line)]);
}

/** A colleague, for an officer. */
async function officer({ store }: With, asker: Asker, personId: string) {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const person = requireVisible(await store.person(personId));
  return requireVisible(isOfficer(person) && person.removedAt === null && person);
}
