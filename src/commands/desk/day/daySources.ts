import { isAdministrator, isInCommittee, isOfficer, sitsOrServes } from '../../../policies/who.ts';
import { addDays, dayOf } from '../../../register/day.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { admissionLines, roleLines, strandedLines } from '../digest/administratorLines.ts';
import {
  appealLines,
  comingSessions,
  minutesToSign,
  openSessions,
  recommendationLines,
} from '../digest/committeeLines.ts';
import type { DigestLine } from '../digest/digestLine.ts';
import type { LineSource } from '../digest/digestOf.ts';
import { fileLines } from '../digest/fileLines.ts';
import { healthLines } from '../digest/healthLines.ts';
import { mailLines } from '../digest/mailLines.ts';
import {
  agendaLines,
  boardLines,
  complaintLines,
  findingLines,
  followUpLines,
  messageLines,
} from '../digest/officerLines.ts';
import { ownReviewLines } from '../digest/reviewerLines.ts';

/** Calendar days ahead in which what others owe the office is among what comes next. */
const daysAhead = 14;

/** Where the lines of somebody's day come from: what `waits` for them, what others are late with, and what comes `next`. */
export type DaySource = LineSource & { readonly group: 'waits' | 'watched' | 'next' };

export const daySources: readonly DaySource[] = [
  { group: 'waits', section: 'lists', lines: boardLines },
  { group: 'waits', section: 'sessions', is: isOfficer, lines: agendaLines },
  { group: 'waits', section: 'files', is: isOfficer, lines: findingLines },
  { group: 'waits', section: 'files', is: isOfficer, lines: openMessages },
  { group: 'waits', section: 'mail', lines: mailLines },
  { group: 'waits', section: 'follow-up', lines: followUpLines },
  { group: 'waits', section: 'complaints', lines: complaintLines },
  { group: 'waits', section: 'appeals', lines: appealLines },
  { group: 'waits', section: 'review', lines: ownReviewLines },
  { group: 'waits', section: 'sessions', is: sitsOrServes, lines: openSessions },
  { group: 'waits', section: 'sessions', is: isInCommittee, lines: minutesToSign },
  { group: 'waits', section: 'committee', is: (who) => !isOfficer(who), lines: recommendationLines },
  { group: 'waits', section: 'people', lines: roleLines },
  { group: 'waits', section: 'people', lines: admissionLines },
  { group: 'waits', section: 'inquiries', is: isAdministrator, lines: strandedLines },
  { group: 'waits', section: 'health', is: isAdministrator, lines: healthLines },
  { group: 'watched', section: 'lists', lines: slowLines },
  { group: 'next', section: 'sessions', is: sitsOrServes, lines: comingSessions },
  { group: 'next', section: 'lists', lines: awaitedLines },
];

/** Messages that wait for the office: no day ends them, so none is late. */
async function openMessages(deps: Deps, asker: Asker, limit: number): Promise<DigestLine[]> {
  return (await messageLines(deps, asker, limit)).map((line) => ({ ...line, dueOn: null }));
}

/** Files in which others have the next step, and that took longer than the scheme gives itself. */
async function slowLines(deps: Deps, asker: Asker, limit: number): Promise<DigestLine[]> {
  const files = await deps.store.submittedIn(['evaluation', 'verification', 'deliberation'], limit);
  const lines = await fileLines(deps, asker, files, ({ state }) => ({
    what: `states.application.${state}`,
    at: '',
  }));
  return lines.filter(({ over = 0 }) => over > 0);
}

/** What applicants have to give soon: files that lapse, or go on, on a day. */
async function awaitedLines(deps: Deps, asker: Asker, limit: number): Promise<DigestLine[]> {
  const now = deps.clock.now().toISOString();
  const states = ['informationRequested', 'correction', 'agreement'];
  const found = await deps.store.dueBefore('applications', states, `${addDays(dayOf(now), daysAhead)}T24`, {
    limit,
  });
  const byPath = new Map(found.map((file) => [`files/${file.id}`, file]));
  const files = found.map(({ id, state, submittedAt, information, context }) => {
    return { id, state, submittedAt, context, ...(information && { information }) };
  });
  const lines = await fileLines(deps, asker, files, ({ state }) => ({
    what: `states.application.${state}`,
    at: '',
  }));
  return lines.flatMap((line) => {
    const file = byPath.get(line.path);
    const dueAt = file?.context.dueAt;
    return dueAt ? [{ ...line, over: 0, dueOn: dayOf(dueAt), sequence: file.head.seq }] : [];
  });
}
