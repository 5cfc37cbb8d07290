import type { Label } from '../../commands/items/items.ts';
import { lifeOf } from '../../commands/label/labelEntry.ts';
import type { LabelMark } from '../../commands/ports/deskPorts.ts';
import { type Day, dayOf } from '../../register/day.ts';
import { validityToday } from '../../register/validity.ts';

type Facts = Pick<Label, 'state' | 'context' | 'history' | 'conditionDue'>;
const ended: readonly Label['state'][] = ['expired', 'withdrawn', 'terminated', 'superseded'];

/** What holds of a label beside its state; nothing once it ended. */
export function marksOf({ state, context }: Pick<Label, 'state' | 'context'>): LabelMark[] {
  if (ended.includes(state)) return [];
  const { standing, hearing, stayed, notice, endsOn } = context;
  return [
    ...(standing === 'clean' ? [] : [standing]),
    ...(hearing ? [`${hearing.about}Proposed` as const] : []),
    ...(stayed ? (['stayed'] as const) : []),
    ...(endsOn !== null ? (['noticeGiven'] as const) : notice ? (['noticeRecorded'] as const) : []),
  ];
}

/** The first day by which its holder owes something: put a suspension right, answer, meet a condition, or what else is `owed`. */
export function firstDueOf(label: Facts, owed: readonly string[]): Day | null {
  if (ended.includes(label.state)) return null;
  const { dueAt, hearing } = label.context;
  const instants = [...owed, dueAt, hearing && !hearing.answered ? hearing.dueAt : null];
  const { conditionDue = null } = lifeOf(label);
  const days = [...instants.map((at) => at && dayOf(at)), conditionDue];
  return days.filter((day) => day !== null).sort()[0] ?? null;
}

/** The day on which a label ends as things stand; of one that ended, the last day on which it held. */
export function lastDayOf(label: Facts): Day | null {
  const life = lifeOf(label);
  // An ended label is not valid on any day: which one is asked of makes no difference.
  if (ended.includes(label.state)) return validityToday(life, life.until).until;
  const days = [life.extendedUntil ?? life.until, label.context.endsOn];
  return days.filter((day) => day !== null).sort()[0] ?? null;
}
