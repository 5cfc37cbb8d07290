import { type Announced, announced } from '../../file/announced.ts';
import type { Label, Membership, Organisation } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** An organisation that the asker belongs to, with what it asked for and what it holds; newest first. */
export interface MyOrganisation {
  readonly organisation: Organisation;
  readonly role: Membership['role'];
  readonly applications: readonly Announced[];
  readonly labels: readonly Label[];
}

/** The organisations of a person, in the order they joined them. */
export async function listMine(deps: Pick<Deps, 'store'>, asker: Asker): Promise<MyOrganisation[]> {
  const mine = await Promise.all(
    asker.memberships.map(async ({ organisationId, role }): Promise<MyOrganisation[]> => {
      const [organisation, applications, labels] = await Promise.all([
        deps.store.organisation(organisationId),
        deps.store.applicationsOf([organisationId]),
        deps.store.labelsOf(organisationId),
      ]);
      if (!organisation) return [];
      return [{ organisation, role, applications: applications.map((one) => announced(one, [])), labels }];
    }),
  );
  return mine.flat();
}
