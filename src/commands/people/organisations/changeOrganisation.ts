import { LabelError } from '../../../errors.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import { dayOf } from '../../../register/day.ts';
import type { Sector } from '../../../register/sector.ts';
import { actorTowards } from '../../common/actor.ts';
import { unchanged } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { organisationChange } from './organisationChange.ts';
import { type Place, placeFaults, regionSaid, websiteSaid } from './organisationFaults.ts';
import { ownTeam, requireNotMerged } from './ownTeam.ts';

interface Input extends Place {
  readonly organisationId: string;
  /** As the asker saw it. */
  readonly revision: number;
  readonly acceptsLeman: boolean;
  /** Left as it is when it is not said. */
  readonly sector?: Sector | null;
  readonly website?: string;
}

/** Corrects what an organisation says of itself, by an owner or editor; files that were sent keep what they were sent with. */
export async function changeOrganisation(
  deps: Deps,
  asker: Asker,
  { organisationId, revision, ...said }: Input,
): Promise<void> {
  const { organisation, self } = await ownTeam(deps, asker, organisationId);
  if (!mayEdit(self, organisationId)) throw new LabelError('refused', { reasons: ['byEditor'] });
  requireNotMerged(organisation);
  unchanged(organisation, revision);
  const at = deps.clock.now().toISOString();
  const site = websiteSaid(said.website ?? organisation.website, deps.publicUrl);
  const faults = [...placeFaults(said, dayOf(at)), ...('code' in site ? [site] : [])];
  if (faults.length > 0) throw new LabelError('invalid', { faults });
  const now = { ...said, ...site, region: regionSaid(said) };
  const changed = Object.fromEntries(
    Object.entries(now).filter(([field, value]) => organisation[field as keyof typeof now] !== value),
  );
  if (Object.keys(changed).length === 0) return;
  const line = { at, actor: actorTowards(asker, organisationId), facts: ['organisation.changed'] } as const;
  await deps.store.commit({ changes: [organisationChange(deps, organisation, changed, line)] });
}
