import { isWorkingDay } from '../../../register/calendar.ts';
import { dayOf, daysBetween } from '../../../register/day.ts';
import { digestOf as fingerprint } from '../../../workflow/canonicalJson.ts';
import { systemActor } from '../../common/actor.ts';
import { noteOn } from '../../common/noteOn.ts';
import { isDoneUnless } from '../../common/retryOnConflict.ts';
import { dataOf } from '../../items/eventData.ts';
import { type Person, staffRoles } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { type DigestLine, subjectOf } from './digestLine.ts';
import { digestOf } from './digestOf.ts';

/**
 * Notes on a working day, for each person of the staff, that work waits for them: when something is new or has reached another day
 * of reminding since they were told last, or nothing was said for some days. Once a day; gives for how many.
 */
export async function tellDigests(deps: Deps, now: Date): Promise<number> {
  const today = dayOf(now.toISOString());
  if (!isWorkingDay(today)) return 0;
  const staff = await Promise.all(staffRoles.map((role) => deps.store.peopleWith(role)));
  const people = new Map(staff.flat().map((person) => [person.id, person]));
  let count = 0;
  for (const person of people.values()) count += Number(await tell(deps, person, now.toISOString(), today));
  return count;
}

async function tell(deps: Deps, person: Person, at: string, today: string): Promise<boolean> {
  if (person.unsubscribed.includes('workDigest')) return false;
  const last = dataOf(
    await deps.store.lastRecord(`people/${person.id}`, 'person.digestDue'),
    'person.digestDue',
  );
  if (last && last.day >= today) return false;
  const told = [...new Set((await digestOf(deps, person)).lines.map((line) => mark(person, line)))];
  const isNew = told.some((one) => !last?.told.includes(one));
  const isLong = last !== null && daysBetween(last.day, today) >= deps.procedure.digest.repeatDays;
  if (told.length === 0 || (!isNew && !isLong)) return false;
  const line = { at, actor: systemActor, facts: ['person.digestDue'], data: { day: today, told } } as const;
  // Stale where another clock was faster, or the person changes at this moment; the next morning tells them.
  return isDoneUnless(['stale'], () => deps.store.commit([noteOn(deps, 'people', person, line)]));
}

/** A line as the journal knows it again: who reads the journal learns nothing of what waits for whom. */
function mark({ id }: Person, line: DigestLine): string {
  const { what, path, stage = '' } = line;
  return fingerprint({ id, what, about: subjectOf(line), path, stage }).slice(0, 12);
}
