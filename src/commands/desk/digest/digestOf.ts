import { type Section, sections } from '../../../policies/sections.ts';
import { isAdministrator, isInCommittee, isOfficer, type Who } from '../../../policies/who.ts';
import { dayOf } from '../../../register/day.ts';
import type { Person } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type Whose, whoseOf } from '../casework/whoseOf.ts';
import { viewsFor } from '../viewOf.ts';
import { admissionLines, roleLines, strandedLines } from './administratorLines.ts';
import { appealLines, recommendationLines, sessionLines } from './committeeLines.ts';
import type { DigestLine, Found, WhoseLine } from './digestLine.ts';
import { healthLines } from './healthLines.ts';
import { mailLines } from './mailLines.ts';
import {
  agendaLines,
  boardLines,
  complaintLines,
  findingLines,
  followUpLines,
  messageLines,
} from './officerLines.ts';
import { reviewerLines } from './reviewerLines.ts';

/** Where lines for a part of the staff come from, as its section of the pages shows it. */
export interface LineSource {
  readonly section: keyof typeof sections;
  /** Of those whom the section admits; all of them by default. */
  readonly is?: (who: Who) => boolean;
  /** At most so many of each kind of thing. */
  readonly lines: (deps: Deps, asker: Asker, limit: number) => Promise<readonly DigestLine[] | Found>;
}

/** What is told in the morning; anew each morning as long as it waits where it is somebody's `daily` work. */
type DigestPart = LineSource & { readonly daily?: true };

/** Most things of each kind that a letter knows of. */
const maxOfKind = 1000;

const parts: readonly DigestPart[] = [
  { section: 'lists', lines: boardLines, daily: true },
  { section: 'sessions', is: isOfficer, lines: agendaLines, daily: true },
  { section: 'files', is: isOfficer, lines: findingLines, daily: true },
  { section: 'files', is: isOfficer, lines: messageLines, daily: true },
  { section: 'mail', lines: mailLines },
  { section: 'follow-up', lines: followUpLines, daily: true },
  { section: 'complaints', lines: complaintLines, daily: true },
  { section: 'appeals', lines: appealLines },
  { section: 'review', lines: reviewerLines },
  { section: 'sessions', is: isInCommittee, lines: sessionLines },
  { section: 'committee', is: (who) => !isOfficer(who), lines: recommendationLines },
  { section: 'people', lines: roleLines },
  { section: 'people', lines: admissionLines },
  { section: 'inquiries', is: isAdministrator, lines: strandedLines },
  { section: 'health', is: isAdministrator, lines: healthLines },
];

/**
 * Everything that waits for a person of the staff today, and how much of what they are shown waits for colleagues: nothing that
 * their own pages would not show them. What is theirs comes before what is nobody's, each with what is due first first.
 */
export async function digestOf(deps: Deps, person: Person) {
  const today = dayOf(deps.clock.now().toISOString());
  const told = await linesOf(deps, person, parts, maxOfKind);
  const all = told.flatMap(({ source, lines }) =>
    source.daily ? lines.map((line) => ({ ...line, stage: today })) : lines,
  );
  const lines = all.filter(({ whose }) => whose !== 'others').sort((a, b) => byWhose(a, b) || byDue(a, b));
  const others = told.reduce((sum, { moreOfOthers = 0 }) => sum + moreOfOthers, all.length - lines.length);
  return { lines, others };
}

/** What is one's own, what is nobody's, what colleagues have. */
export function byWhose(a: WhoseLine, b: WhoseLine): number {
  return order.indexOf(a.whose) - order.indexOf(b.whose);
}
const order: readonly WhoseLine['whose'][] = ['mine', 'nobody', 'others'];

/** The order of lines: by the day on which they are due, then those that no day ends. */
export function byDue(a: DigestLine, b: DigestLine): number {
  return (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9');
}

/** What some sources find for a person, each under the view of its section, and whose it is: nothing that their own pages would not show them. */
export async function linesOf<S extends LineSource>(
  deps: Deps,
  person: Asker,
  sources: readonly S[],
  limit: number,
): Promise<readonly (Found<WhoseLine> & { readonly source: S })[]> {
  const viewIn = viewsFor(deps, person);
  const seenIn = async (section: Section) => ({ ...deps, store: deps.store.seenBy(await viewIn(section)) });
  const found = sources.map(async (source) => {
    const { section, is = () => true, lines: read } = source;
    const known: Section | undefined = sections[section];
    if (!known?.admits(person) || !is(person)) return [];
    const lines = await read(await seenIn(known), person, limit);
    return [{ source, ...('lines' in lines ? lines : { lines, more: 0 }) }];
  });
  const all = (await Promise.all(found)).flat();
  const items = all.flatMap(({ lines }) => lines.flatMap(({ item }) => item ?? []));
  // Of officers' sections the one that shows most: what it hides is in none of the lines.
  const { complaints } = sections;
  const whose = isOfficer(person) && complaints && (await whoseOf(await seenIn(complaints), person, items));
  const handlers = await handlersOf(
    deps,
    all.flatMap(({ lines }) => lines),
  );
  const withWhose = (line: DigestLine): WhoseLine => ({
    ...line,
    ...(line.item && whose ? (handlers.get(line.handler) ?? whose(line.item)) : mine),
    ...(line.handler === person.id && mine),
  });
  const known = new Set<string>();
  return all.map(({ lines, ...one }) => {
    // What is found on more than one list is one thing to do.
    const first = lines.filter(({ path }) => !known.has(path));
    for (const { path } of first) known.add(path);
    return { ...one, lines: first.map(withWhose) };
  });
}

const mine = { whose: 'mine' } as const;

/** Whose lines are that one person alone may do, by the id of that person. */
async function handlersOf({ store }: Pick<Deps, 'store'>, lines: readonly DigestLine[]) {
  const ids = new Set(lines.flatMap(({ handler }) => handler ?? []));
  const people = await Promise.all([...ids].map((id) => store.person(id)));
  return new Map<string | undefined, Whose>(
    people.flatMap((keeper) => (keeper ? [[keeper.id, { whose: 'others', keeper }] as const] : [])),
  );
}
