import { LabelError } from '../../../errors.ts';
import { dayOf } from '../../../register/day.ts';
import { actorTowards } from '../../common/actor.ts';
import { requireName } from '../../common/nameFaults.ts';
import { unchanged } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { organisationChange } from './organisationChange.ts';
import { ownersTeam, requireNotMerged } from './ownTeam.ts';

/** Every name stays, on the page and in the journal: beyond this it is no history of an organisation any more. */
const maxFormerNames = 20;

/** Changes the legal name; the one before is kept with the day. What was issued or sent goes on under the name it has. */
export async function renameOrganisation(
  deps: Deps,
  asker: Asker,
  input: { readonly organisationId: string; readonly revision: number; readonly name: string },
): Promise<void> {
  const { organisation } = await ownersTeam(deps, asker, input.organisationId);
  requireNotMerged(organisation);
  unchanged(organisation, input.revision);
  requireName('name', input.name);
  if (input.name === organisation.name) throw new LabelError('refused', { reasons: ['sameName'] });
  if (organisation.formerNames.length >= maxFormerNames) {
    throw new LabelError('refused', { reasons: ['namesEnough'] });
  }
  const at = deps.clock.now().toISOString();
  const formerNames = [...organisation.formerNames, { name: organisation.name, until: dayOf(at) }];
  const line = {
    at,
    actor: actorTowards(asker, organisation.id),
    facts: ['organisation.renamed'],
  } as const;
  await deps.store.commit({
    changes: [organisationChange(deps, organisation, { name: input.name, formerNames }, line)],
  });
}
