import { refuseFor } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import type { EventActor } from '../../workflow/events.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import { dataOf, type Reminder, type ReminderFact } from '../items/eventData.ts';
import type { Change, Deps, Items, Kind } from '../ports/ports.ts';
import { systemActor } from './actor.ts';
import { noteBeside, noteOn } from './noteOn.ts';
import { groupsOf } from './pages.ts';
import { isDoneUnless } from './retryOnConflict.ts';

/** Something that falls due, in days of whatever calendar its rule counts in (`daysBetween`, `workingDaysBetween`). */
interface Due {
  /** The due day or instant itself: reminders of another one do not count. */
  readonly dueAt: string;
  /** Days before it on which somebody is reminded: 0 on the day, negative after it. */
  readonly leads: readonly number[];
  /** Days left now; negative once it is over. */
  readonly left: number;
  /** Days there were when it was set: nobody is reminded as early as that, or earlier. */
  readonly whole: number;
}

/**
 * The reminder to tell now, or null: the nearest lead that is reached and was not told, `told` being the nearest one that was.
 * Those missed before it, as when the service stood still, are never told later: this one stands for them, and its letter says so.
 */
export function reminderOf({ dueAt, leads, left, whole }: Due, told: number | null): Reminder | null {
  const reached = leads.filter((lead) => lead >= left && lead < whole && (told === null || lead < told));
  const [days, ...missed] = reached.toSorted((one, other) => one - other);
  return days === undefined ? null : { dueAt, days, left, missed };
}

/** How many items are looked up together. */
const together = 100;

/**
 * Those of a list of which a reminder may be to tell now: most that wait were told, which one look at the journal for many of them
 * shows. `dueOf` gives what is known without a look at anything else.
 */
export async function* toRemind<K extends Kind>(
  { store }: Pick<Deps, 'store'>,
  { kind, fact }: { readonly kind: K; readonly fact: ReminderFact },
  items: AsyncIterable<Items[K]>,
  dueOf: (item: Items[K]) => Omit<Due, 'whole'>,
): AsyncGenerator<Items[K]> {
  const soonest = (item: Items[K]) => ({ ...dueOf(item), whole: Number.POSITIVE_INFINITY });
  for await (const some of groupsOf(items, together)) {
    const reached = some.filter((item) => reminderOf(soonest(item), null) !== null);
    const told = await store.lastRecords(
      reached.map(({ id }) => `${kind}/${id}`),
      fact,
    );
    for (const item of reached) {
      const due = soonest(item);
      const last = told.get(`${kind}/${item.id}`) ?? null;
      if (reminderOf(due, toldOn(due, fact, last)) !== null) yield item;
    }
  }
}

/** The nearest lead that was told of something due then, as the last line says; null where none was. */
function toldOn({ dueAt }: Pick<Due, 'dueAt'>, fact: ReminderFact, line: JournalRecord | null) {
  const last = dataOf(line, fact);
  return last?.dueAt === dueAt ? last.days : null;
}

/**
 * Notes on the chain of an item that something about it falls due soon, if that is to be told now. What was told is read from the
 * chain, so that a clock that goes back, a second one, or weeks without one tell nothing twice and no heap. The letter goes on
 * `fact`, of the group `reminder` in eventData.ts: that it stands for others, or that the next one stands for it, it says by itself.
 */
export async function remind<K extends Kind>(
  deps: Pick<Deps, 'store' | 'ids'>,
  { kind, item, fact, at }: { kind: K; item: Items[K]; fact: ReminderFact; at: string },
  due: Due,
): Promise<boolean> {
  // Most items that wait have nothing to be told: those cost no look at the journal.
  if (reminderOf(due, null) === null) return false;
  const data = reminderOf(due, toldOn(due, fact, await deps.store.lastRecord(`${kind}/${item.id}`, fact)));
  if (data === null) return false;
  const line = { at, actor: systemActor, facts: [fact], data } as const;
  // A change of one kind is a change: of a kind that is not known here the compiler does not see it.
  const note = noteOn(deps, kind, item, line) as Change;
  // Stale where the item changes at this very moment; if it still waits, the next run reminds.
  return isDoneUnless(['stale'], () => deps.store.commit([note]));
}

/** Reminds of something today because somebody asks for it, by the e-mail that the clock sends too; once a day at most, and not once it is over. */
export async function remindNow<K extends Kind>(
  deps: Pick<Deps, 'store' | 'ids'>,
  {
    kind,
    item,
    fact,
    at,
    actor,
  }: { kind: K; item: Items[K]; fact: ReminderFact; at: string; actor: EventActor },
  { dueAt, left: days }: Pick<Due, 'dueAt' | 'left'>,
): Promise<void> {
  const told = await deps.store.lastRecord(`${kind}/${item.id}`, fact);
  refuseFor({ answerOverdue: at >= dueAt, remindedToday: told !== null && dayOf(told.at) === dayOf(at) });
  const line = { at, actor, facts: [fact], data: { dueAt, days, left: days, missed: [] } } as const;
  const note = noteBeside(deps, kind, item, line) as Change;
  await deps.store.commit([note]);
}
