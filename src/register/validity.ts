import { addDays, type Day } from './day.ts';
import type { Entry } from './entry.ts';
import { type PublicStatus, statusOn, statusToday } from './publicStatus.ts';

/** What a label's validity is judged from: its state of now and those before it, each from its day on. */
export type LabelLife = Pick<
  Entry,
  'state' | 'standing' | 'conditionDue' | 'until' | 'extendedUntil' | 'history'
>;

/** What is true of a label on a day: its status, and until when it holds or held. */
export interface Validity extends PublicStatus {
  /**
   * Of a valid label the last day of its period, or of its extension at the latest; of any other the last day on which it held;
   * null where no such day is known.
   */
  readonly until: Day | null;
  /** Last day of the period that was granted, as its certificate prints it: no promise that the label held so long. */
  readonly periodEnd: Day;
  /** Of a conditional label the first day by which a condition has to be met, and whether it is over; null where none is known. */
  readonly condition: { readonly due: Day; readonly isOver: boolean } | null;
  /** The proceedings that the end of a label cut short; absent where there were none. */
  readonly during?: 'suspension' | 'withdrawal';
}

/** The one answer to "until when?": every page, picture, file and answer to a program says this day and no other. */
export function validityToday(label: LabelLife, today: Day): Validity {
  const status = statusToday(label, today);
  const periodEnd = label.until;
  const { conditionDue: due } = label;
  const isConditional = status.word === 'conditional' && status.valid;
  const condition = isConditional && due !== undefined ? { due, isOver: today > due } : null;
  if (!status.valid) {
    const during = status.word === 'terminated' && label.history.at(-1)?.during;
    return { ...status, until: lastDayHeld(label), periodEnd, condition, ...(during && { during }) };
  }
  const until = status.word === 'extended' ? (label.extendedUntil ?? null) : periodEnd;
  return { ...status, until, periodEnd, condition };
}

/**
 * The same with the status of a day that is not to come; null before the day on which it first held. A label that did not hold on that
 * day says the last day before on which it did, a label that held the days of today. By when conditions were to be met is not kept.
 */
export function validityAsOf(label: LabelLife, day: Day, today: Day): Validity | null {
  const { during, ...now } = validityToday(label, today);
  if (day >= today) return { ...now, ...(during && { during }) };
  const status = statusOn(label, day);
  if (!status) return null;
  const history = label.history.filter(({ on }) => on <= day);
  const until = status.valid ? now.until : lastDayHeld({ ...label, history });
  return {
    ...now,
    ...status,
    until,
    condition: null,
    ...(status.word === 'terminated' && during && { during }),
  };
}

/** The day on which what a status says came about: given up on that day, or run out at its end; null for any other status. */
export function endedOn(label: LabelLife, { word }: PublicStatus): Day | null {
  const { history } = label;
  if (word === 'terminated') return history.at(-1)?.on ?? null;
  return word === 'expired' ? ranOutOn(label, history.length - 1) : null;
}

/** The day at whose end a label ran out, as a step of its history says: the event that tells it came after that day, or is to come. */
export function ranOutOn({ history, until, extendedUntil }: LabelLife, at: number): Day {
  const step = history[at];
  if (step?.state === 'extended') return extendedUntil ?? until;
  const wasExtended = step?.state === 'expired' && history[at - 1]?.state === 'extended';
  return wasExtended ? addDays(step.on, -1) : until;
}

/** A day belongs to the state in which the label was at its end, as in `statusOn`. */
function lastDayHeld({ history, until, extendedUntil }: LabelLife): Day | null {
  for (let i = history.length - 1; i >= 0; i -= 1) {
    const { state, on } = history[i] as (typeof history)[number];
    const next = history[i + 1];
    const end = next === undefined ? null : addDays(next.on, -1);
    if (state !== 'active' && state !== 'extended') continue;
    // Only an extended label holds beyond its last day.
    const bound = state === 'active' ? until : (extendedUntil ?? null);
    const last = end === null || (bound !== null && end > bound) ? bound : end;
    if (last !== null && last >= on) return last;
  }
  return null;
}
