import { LabelError } from '../../../errors.ts';
import { isOfficer } from '../../../policies/who.ts';
import type { Organisation } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

const many = 50;

export type DuplicateGroup = Awaited<ReturnType<typeof listDuplicates>>[number];

/** Registrations that look like one organisation, in groups, for officers; those they are tied to are in none. */
export async function listDuplicates(deps: Deps, asker: Asker) {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const groups = await deps.store.duplicates(many);
  return Promise.all(
    groups.map(async ({ organisations, count }) => ({
      registrations: await Promise.all(
        organisations.map((organisation) => registrationOf(deps, organisation)),
      ),
      count,
    })),
  );
}

export type Duplicate = Awaited<ReturnType<typeof registrationOf>>;

async function registrationOf({ store }: Pick<Deps, 'store'>, organisation: Organisation) {
  const [people, applications, labels] = await Promise.all([
    store.peopleOf(organisation.id),
    store.applicationsOf([organisation.id]),
    store.labelsOf(organisation.id),
  ]);
  // With a label or any application that was sent, it can only be the one that goes on.
  const files = applications.filter(({ state }) => state !== 'draft').length;
  return { organisation, people: people.length, files, labels: labels.length };
}
