import { calendarText } from '../../commands/common/calendarText.ts';
import type { listUnread } from '../../commands/desk/casework/unread.ts';
import type { DatedLine } from '../../commands/desk/day/dayCalendar.ts';
import type { DayGroup, DayLine, WorkDay } from '../../commands/desk/day/viewDay.ts';
import { subjectOf } from '../../commands/desk/digest/digestLine.ts';
import type { Person } from '../../commands/items/items.ts';
import { deskKinds } from '../../commands/ports/deskPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { isOfficer, isReviewer, type Who } from '../../policies/who.ts';
import { rowHead } from './lists/row.view.ts';

export type DayView = ReturnType<typeof workDay>;

interface Day {
  readonly day: WorkDay;
  readonly inOrganisations: number;
  readonly unread: Awaited<ReturnType<typeof listUnread>>;
}

const groups = ['waits', 'late', 'next'] as const;

/** What waits for somebody of the staff, what is late and what comes next, in this order; each line with the address where it is done. */
export function workDay(
  { day, inOrganisations, unread }: Day,
  { person, words }: { readonly person: Person; readonly words: Translator },
) {
  const { language } = words;
  const desk = deskOf(person);
  return {
    name: person.name,
    groups: groups.map((name) => ({
      name,
      ...groupView(day[name], language),
      /** Where all of it is, of what no list is narrowed down to. */
      list: `/${language}/${name === 'next' && desk !== 'review' ? 'sessions' : desk}`,
    })),
    /** Whether something is late and nothing else waits. */
    isOnlyLate: day.waits.count === 0 && day.late.count > 0,
    unread: {
      rows: unread.rows.map((row) => ({ ...row, ...rowHead(row, words) })),
      more: unread.count - unread.rows.length,
      lists: deskKinds.map((kind) => ({ kind, href: `/${language}/lists/${kind}?follower=me` })),
    },
    /** Null for who belongs to no organisation. */
    own: person.memberships.length > 0 || inOrganisations > 0 ? inOrganisations : null,
  };
}

/** Sessions and deadlines as a file for a calendar, each with the address where it is done. */
export function dayCalendarText(
  lines: readonly DatedLine[],
  { clock, publicUrl }: Pick<Deps, 'clock' | 'publicUrl'>,
  { t, language }: Translator,
  also: { readonly refreshSeconds?: number } = {},
): string {
  const calendar = { name: t('day.calendar.name'), language, method: 'publish', ...also } as const;
  return calendarText(
    { ...calendar, at: clock.now().toISOString() },
    lines.flatMap(({ uid, what, dueOn, at = null, sequence = 0, path, ...line }) => {
      const url = `${publicUrl}/${language}/${path}`;
      const summary = `${t(what)} · ${subjectOf(line)}`;
      return dueOn === null ? [] : { uid, summary, on: dueOn, at, url, sequence };
    }),
  );
}

function groupView({ others, atLeast, ...own }: DayGroup, language: string) {
  return { ...linesView(own, language), atLeast, others: linesView(others, language) };
}

function linesView({ lines, hidden, count }: Omit<DayGroup, 'atLeast' | 'others'>, language: string) {
  return {
    lines: lines.map((line) => ({ ...line, href: `/${language}/${line.path}` })),
    count,
    more: count - lines.length,
    moreIn: listsOf(hidden, count - lines.length, language),
  };
}

const itemLists = [
  { owner: 'me', whose: 'mine' },
  { owner: 'none', whose: 'nobody' },
] as const;

/** The lists of files and labels that hold what is not shown; what was counted and not read is of files. */
function listsOf(hidden: readonly DayLine[], more: number, language: string) {
  const isUnread = more > hidden.length;
  return itemLists.flatMap(({ owner, whose }) =>
    deskKinds.flatMap((kind) => {
      const isThere = hidden.some((line) => line.whose === whose && line.item?.startsWith(`${kind}/`));
      if (!isThere && !(isUnread && kind === 'files')) return [];
      const sort = kind === 'files' ? 'since' : 'due';
      return { owner, kind, href: `/${language}/lists/${kind}?owner=${owner}&sort=${sort}` };
    }),
  );
}

/** The list with all that a day begins with. */
function deskOf(who: Who): string {
  if (isOfficer(who)) return 'lists/files';
  if (isReviewer(who)) return 'review';
  return who.roles.includes('administrator') && who.roles.length === 1 ? 'people' : 'committee';
}
