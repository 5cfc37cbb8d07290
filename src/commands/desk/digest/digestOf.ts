import { type Section, sections } from '../../../policies/sections.ts';
import type { View } from '../../../policies/view.ts';
import { isInCommittee, isOfficer, type Who } from '../../../policies/who.ts';
import { dayOf } from '../../../register/day.ts';
import type { Person } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { viewOf } from '../viewOf.ts';
import { appealLines, recommendationLines, sessionLines } from './committeeLines.ts';
import type { DigestLine } from './digestLine.ts';
import {
  agendaLines,
  boardLines,
  complaintLines,
  findingLines,
  followUpLines,
  messageLines,
} from './officerLines.ts';
import { reviewerLines } from './reviewerLines.ts';

/** What a part of the staff is told, as its section of the pages shows it. */
interface DigestPart {
  readonly section: keyof typeof sections;
  /** Of those whom the section admits; all of them by default. */
  readonly is?: (who: Who) => boolean;
  readonly lines: (deps: Deps, asker: Asker) => Promise<readonly DigestLine[]>;
  /** Told anew each morning as long as it waits: it is their daily work. */
  readonly daily?: true;
}

const parts: readonly DigestPart[] = [
  { section: 'board', lines: boardLines, daily: true },
  { section: 'sessions', is: isOfficer, lines: agendaLines, daily: true },
  { section: 'files', is: isOfficer, lines: findingLines, daily: true },
  { section: 'files', is: isOfficer, lines: messageLines, daily: true },
  { section: 'follow-up', lines: followUpLines, daily: true },
  { section: 'complaints', lines: complaintLines, daily: true },
  { section: 'appeals', lines: appealLines },
  { section: 'review', lines: reviewerLines },
  { section: 'sessions', is: isInCommittee, lines: sessionLines },
  { section: 'committee', is: (who) => !isOfficer(who), lines: recommendationLines },
];

/** Everything that waits for a person of the staff today, what is due first first: nothing that their own pages would not show them. */
export async function digestOf(deps: Deps, person: Person): Promise<readonly DigestLine[]> {
  const today = dayOf(deps.clock.now().toISOString());
  const lines: DigestLine[] = [];
  const views = new Map<string, View>();
  // Sections that show the same are read once.
  const viewIn = async ({ admits: _, door: __, ...shown }: Section) => {
    const key = JSON.stringify(shown);
    const view = views.get(key) ?? (await viewOf(deps, shown, person));
    views.set(key, view);
    return view;
  };
  for (const { section, is = () => true, lines: read, daily } of parts) {
    const known: Section | undefined = sections[section];
    if (!known?.admits(person) || !is(person)) continue;
    const seen = { ...deps, store: deps.store.seenBy(await viewIn(known)) };
    const found = await read(seen, person);
    lines.push(...found.map((line) => (daily ? { ...line, stage: today } : line)));
  }
  return lines.sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'));
}
