import { LabelError } from '../../../errors.ts';
import { isOfficer } from '../../../policies/who.ts';
import type { Organisation } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** A registration among others of what looks like the same organisation. */
export interface Duplicate {
  readonly organisation: Organisation;
  readonly people: number;
  /** Applications that were sent, whatever became of them, and labels: with any of either it can only be the one kept. */
  readonly files: number;
  readonly labels: number;
}

/** What looks like one organisation: the first registrations of it, and how many there are. */
export interface DuplicateGroup {
  readonly registrations: readonly Duplicate[];
  readonly count: number;
}

const many = 50;

/** Registrations that look like one organisation, in groups, for officers; those they are tied to are in none. */
export async function listDuplicates(deps: Deps, asker: Asker): Promise<DuplicateGroup[]> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const groups = await deps.store.duplicates(many);
  return Promise.all(
    groups.map(async ({ organisations, count }) => ({
      registrations: await Promise.all(organisations.map((organisation) => told(deps, organisation))),
      count,
    })),
  );
}

async function told({ store }: Pick<Deps, 'store'>, organisation: Organisation): Promise<Duplicate> {
  const [people, applications, labels] = await Promise.all([
    store.peopleOf(organisation.id),
    store.applicationsOf([organisation.id]),
    store.labelsOf(organisation.id),
  ]);
  const files = applications.filter(({ state }) => state !== 'draft').length;
  return { organisation, people: people.length, files, labels: labels.length };
}
