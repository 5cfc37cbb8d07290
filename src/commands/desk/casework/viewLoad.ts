import { LabelError } from '../../../errors.ts';
import { runningLabelStates, stagesBeforeCommittee } from '../../../policies/stages.ts';
import { isOfficer } from '../../../policies/who.ts';
import { addDays, dayOf } from '../../../register/day.ts';
import type { Person } from '../../items/items.ts';
import type { DeskKind, DeskSearch } from '../../ports/deskPorts.ts';
import { deskTerm } from '../../ports/deskTerms.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Rows of one officer are counted to here. */
const maxCounted = 1000;

/** What is open, by kind: a file until it is announced, a label while it runs. */
const open: Readonly<Record<DeskKind, readonly string[]>> = {
  files: [...stagesBeforeCommittee, 'deliberation', 'decided', 'appealed'],
  labels: runningLabelStates,
};

export type Load = Awaited<ReturnType<typeof viewLoad>>[number];

/** What each officer has, of what the asker may see, how much of it is late, and who is away. */
export async function viewLoad(deps: Pick<Deps, 'store' | 'clock'>, asker: Asker) {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  return officerLoads(deps);
}

/** The same for whoever else may know of it. */
export async function officerLoads(deps: Pick<Deps, 'store' | 'clock'>) {
  const officers = await deps.store.peopleWith('officer');
  return Promise.all(officers.map((person) => loadOf(deps, person)));
}

async function loadOf({ store, clock }: Pick<Deps, 'store' | 'clock'>, person: Person) {
  const today = dayOf(clock.now().toISOString());
  const late: DeskSearch['days'] = [{ of: 'due', from: '2000-01-01', to: addDays(today, -1) }];
  const count = (kind: DeskKind, days: DeskSearch['days']) => {
    const states = open[kind].map((state) => deskTerm('state', state));
    return store.countDesk({ kind, terms: [[deskTerm('owner', person.id)], states], days }, maxCounted);
  };
  const [files, labels, lateFiles, lateLabels] = await Promise.all([
    count('files', []),
    count('labels', []),
    count('files', late),
    count('labels', late),
  ]);
  return { person, absence: person.absence ?? null, files, labels, late: lateFiles + lateLabels };
}
