import type { FilledFile } from '../../commands/ports/bulk.ts';
import { addDays, type Day, daysBetween, endOfDay } from '../../register/day.ts';
import type { ApplicationEvent } from '../../workflow/events.ts';
import { step } from '../../workflow/step.ts';
import type { StoredApplication } from '../../workflow/stored.ts';
import type { Random } from './random.ts';

/** Nobody has a part in what the service itself did. */
const office = { id: 'system', roles: ['system', 'officer'] } as const;

/** What happens to a file after it was sent, and how many days before today that was: none is evaluated, for nobody has a part in it. */
const lives: readonly { readonly what: readonly Happened[]; readonly sent: readonly [number, number] }[] = [
  { what: [], sent: [1, 25] },
  { what: ['accept'], sent: [5, 60] },
  { what: ['requestInformation'], sent: [5, 42] },
  { what: ['withdraw'], sent: [5, 300] },
  { what: ['requestInformation', 'deadlinePassed'], sent: [60, 400] },
];
type Happened = 'accept' | 'requestInformation' | 'withdraw' | 'deadlinePassed';

/** Within so many days the office looks at a file. */
const lookDays = 10;
/** So many days an answer is awaited: of the older files it is overdue. */
const answerDays = 28;

/** How a specimen of a file comes from its sending to where it is; the first ways more often. */
export function specimenLife(chance: Random, today: Day) {
  const { what, sent } = chance.pickEarly(lives);
  const sentOn = addDays(today, -chance.between(...sent));
  const lookedOn = addDays(sentOn, chance.between(1, Math.min(lookDays, daysBetween(sentOn, today) - 1)));
  const dueOn = addDays(lookedOn, answerDays);
  const time = `T${pad(chance.between(6, 15))}:${pad(chance.between(0, 59))}:00.000Z`;
  return {
    sentAt: `${sentOn}${time}`,
    /** What happened, by its owner where it is theirs to do. */
    events: (ownerId: string) =>
      what.map((type) => {
        const at = `${type === 'deadlinePassed' ? addDays(dueOn, 1) : lookedOn}${time}`;
        return eventOf(type, at, { ownerId, dueAt: endOfDay(dueOn) });
      }),
  };
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

function eventOf(
  type: Happened,
  at: string,
  { ownerId, dueAt }: { readonly ownerId: string; readonly dueAt: string },
): ApplicationEvent {
  if (type === 'withdraw') return { type, at, actor: { id: ownerId, roles: ['owner'] } };
  if (type === 'requestInformation') return { type, at, actor: office, items: [question], dueAt };
  return { type, at, actor: office };
}

/** What is asked of every specimen that is asked for something. */
export const question = 'Depuis quand ?';

/** Where events lead to, with each and what it made true; they are those that the machine takes. */
export function livedFrom(
  begun: StoredApplication,
  events: readonly ApplicationEvent[],
): Pick<FilledFile, 'begun' | 'later'> & { readonly stored: StoredApplication } {
  let stored = begun;
  const later = events.map((event) => {
    const result = step('application', stored, event);
    if (!result.taken) throw new Error(`a specimen does not take ${event.type}: ${result.reasons.join()}`);
    stored = result.next;
    return { event, facts: result.facts };
  });
  return { begun, later, stored };
}
