import type { EventActor, Role } from '../../../src/workflow/events.ts';
import type { ApplicationContext } from '../../../src/workflow/stored.ts';

/** Instants of the tests, in order; `late` is after every deadline. */
export const times = {
  now: '2026-03-02T09:00:00.000Z',
  due: '2026-04-01T22:00:00.000Z',
  late: '2026-06-01T09:00:00.000Z',
} as const;

/** A person in one role. */
export function actor(role: Role, id: string = role): EventActor {
  return { id, roles: [role] };
}

/** Whoever has or had a part in a file, its screening included. */
function peopleIn(c: ApplicationContext): readonly string[] {
  const named = [c.screenedBy, c.moderatedBy, c.rapporteur].filter((id) => id !== null);
  return [...named, ...c.reviewers.map((r) => r.personId), ...c.deciders, ...c.earlierPeople];
}

/** People of a kind who have no part in the file yet: `reviewer-1`, `reviewer-2` … */
export function fresh(kind: string, howMany: number, c: ApplicationContext): readonly string[] {
  const taken = peopleIn(c);
  const free: string[] = [];
  for (let n = 1; free.length < howMany; n++) {
    if (!taken.includes(`${kind}-${n}`)) free.push(`${kind}-${n}`);
  }
  return free;
}
