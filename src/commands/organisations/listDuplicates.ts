import { LabelError } from '../../errors.ts';
import { isOfficer } from '../../policies/who.ts';
import type { Organisation } from '../items.ts';
import type { Asker, Deps } from '../ports.ts';

/** A registration among others of what looks like the same organisation. */
export interface Duplicate {
  readonly organisation: Organisation;
  readonly people: number;
  /** Applications that were sent, whatever became of them, and labels: with any of either it can only be the one kept. */
  readonly files: number;
  readonly labels: number;
}

const many = 50;

/** Registrations that look like one organisation, in groups, for officers; those they are tied to are in none. */
export async function listDuplicates(deps: Deps, asker: Asker): Promise<(readonly Duplicate[])[]> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const groups = await deps.store.duplicates(many);
  return Promise.all(
    groups.map((group) => Promise.all(group.map((organisation) => told(deps, organisation)))),
  );
}

async function told({ store }: Deps, organisation: Organisation): Promise<Duplicate> {
  const [people, applications, labels] = await Promise.all([
    store.peopleOf(organisation.id),
    store.applicationsOf([organisation.id]),
    store.labelsOf(organisation.id),
  ]);
  const files = applications.filter(({ state }) => state !== 'draft').length;
  return { organisation, people: people.length, files, labels: labels.length };
}
