import { LabelError } from '../../../errors.ts';
import { isStaff } from '../../../policies/who.ts';
import { workingDaysBetween } from '../../../register/calendar.ts';
import { type Day, dayOf } from '../../../register/day.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import type { DigestLine, WhoseLine } from '../digest/digestLine.ts';
import { byDue, byWhose, linesOf } from '../digest/digestOf.ts';
import { type DaySource, daySources } from './daySources.ts';

/** Most lines of each kind of thing that are read for one day: the lists have all of them. */
const maxOfKind = 25;
/** Most lines of a group that are shown. */
const maxShown = 12;

/** A line of somebody's day. */
export type DayLine = WhoseLine & {
  /** By how many working days it is late; 0 where it is not. */
  readonly late: number;
  /** Whether it falls due today. */
  readonly isToday: boolean;
};

/** Some of these lines, and how many there are. */
interface DayLines {
  readonly lines: readonly DayLine[];
  /** Those that are read and not shown. */
  readonly hidden: readonly DayLine[];
  readonly count: number;
}

/** Lines of one kind of urgency: first what is one's own, then what is nobody's. */
export interface DayGroup extends DayLines {
  /** More than the count may be there: something was not counted to its end. */
  readonly atLeast: boolean;
  /** What colleagues have, in no count of one's own. */
  readonly others: DayLines;
}

export type WorkDay = Awaited<ReturnType<typeof viewDay>>;
type Group = 'waits' | 'late' | 'next';

/** What waits for somebody of the staff, what is late, the latest first, and what comes next: nothing that their own pages would not show them. */
export async function viewDay(deps: Deps, asker: Asker) {
  if (!isStaff(asker)) throw new LabelError('forbidden');
  const today = dayOf(deps.clock.now().toISOString());
  const found = await linesOf(deps, asker, daySources, maxOfKind);
  const groups: Record<Group, DayLine[]> = { waits: [], late: [], next: [] };
  for (const { source, lines } of found) {
    for (const line of lines) {
      const late = lateness(line, today);
      groups[groupOf(source, line, late)].push({ ...line, late, isToday: line.dueOn === today });
    }
  }
  const counted = {
    own: found.reduce((sum, one) => sum + one.more, 0),
    others: found.reduce((sum, { moreOfOthers = 0 }) => sum + moreOfOthers, 0),
  };
  // Where colleagues' are counted, all are.
  const isCut = (group: DaySource['group']) =>
    found.some(
      ({ source, lines, more, moreOfOthers }) =>
        source.group === group && more === 0 && moreOfOthers === undefined && lines.length >= maxOfKind,
    );
  const cut = isCut('waits');
  return {
    waits: groupFrom(groups.waits.sort(byDue), counted, cut),
    late: groupFrom(
      groups.late.sort((a, b) => b.late - a.late),
      none,
      cut || isCut('watched'),
    ),
    next: groupFrom(groups.next.sort(byDue), none, isCut('next')),
  };
}

function lateness({ dueOn, over = 0 }: DigestLine, today: Day): number {
  return Math.max(over, dueOn === null ? 0 : workingDaysBetween(dueOn, today));
}

function groupOf({ group }: DaySource, { what, dueOn }: DigestLine, late: number): Group {
  if (late > 0) return 'late';
  // A visit that is to be made by a day is no answer that somebody waits for.
  return group === 'next' || (what === 'followUp.what.siteCheckDue' && dueOn !== null) ? 'next' : 'waits';
}

interface More {
  readonly own: number;
  readonly others: number;
}
const none: More = { own: 0, others: 0 };

/** A group of lines that are in order; within it whose they are comes first. */
function groupFrom(lines: readonly DayLine[], more: More, atLeast: boolean): DayGroup {
  const own = lines.filter(({ whose }) => whose !== 'others').sort(byWhose);
  const others = lines.filter(({ whose }) => whose === 'others');
  return { ...linesFrom(own, more.own), atLeast, others: linesFrom(others, more.others) };
}

function linesFrom(lines: readonly DayLine[], more: number): DayLines {
  return { lines: lines.slice(0, maxShown), hidden: lines.slice(maxShown), count: lines.length + more };
}
