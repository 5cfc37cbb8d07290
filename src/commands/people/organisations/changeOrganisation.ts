import { fault, LabelError } from '../../../errors.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import { dayOf } from '../../../register/day.ts';
import { readIdentifier } from '../../../register/identifier.ts';
import type { Sector } from '../../../register/sector.ts';
import { actorTowards } from '../../common/actor.ts';
import { requireName } from '../../common/nameFaults.ts';
import { unchanged } from '../../common/requireVisible.ts';
import type { Application, Organisation } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { organisationChange } from './organisationChange.ts';
import { type Place, placeFaults, regionSaid, websiteSaid } from './organisationFaults.ts';
import { ownersTeam, ownTeam, requireNotMerged } from './ownTeam.ts';

interface Input extends Place {
  readonly organisationId: string;
  /** As the asker saw it. */
  readonly revision: number;
  readonly acceptsLeman: boolean;
  /** Left as it is by default. */
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

interface Identity extends Pick<Organisation, 'legalForm' | 'identifier'> {
  readonly organisationId: string;
  /** As the asker saw it. */
  readonly revision: number;
}

/** States in which a file shows its organisation to nobody: not sent yet, or over without a label. */
const unseen: readonly Application['state'][] = ['draft', 'closed', 'withdrawn', 'lapsed'];

/**
 * Corrects the legal form and the number of an organisation, by an owner, while no label bears them and nobody works on a file
 * with them. The journal keeps what they were.
 */
export async function correctIdentity(deps: Deps, asker: Asker, input: Identity): Promise<void> {
  const { organisation } = await ownersTeam(deps, asker, input.organisationId);
  requireNotMerged(organisation);
  unchanged(organisation, input.revision);
  const read = readIdentifier(input.identifier);
  if (input.identifier !== '' && !read) {
    throw new LabelError('invalid', { faults: [fault('identifier', 'badIdentifier')] });
  }
  const { legalForm, identifier } = organisation;
  const now = { legalForm: input.legalForm, identifier: read?.text ?? '' };
  if (now.legalForm === legalForm && now.identifier === identifier) return;
  const [labels, files] = await Promise.all([
    deps.store.labelsOf(organisation.id),
    deps.store.applicationsOf([organisation.id]),
  ]);
  if (labels.length > 0 || files.some(({ state }) => !unseen.includes(state))) {
    throw new LabelError('refused', { reasons: ['identityFixed'] });
  }
  const line = {
    at: deps.clock.now().toISOString(),
    actor: actorTowards(asker, organisation.id),
    facts: ['organisation.changed'],
    data: { before: { legalForm, identifier } },
  } as const;
  const changed = {
    ...(now.legalForm !== legalForm && { legalForm: now.legalForm }),
    ...(now.identifier !== identifier && { identifier: now.identifier }),
  };
  await deps.store.commit({ changes: [organisationChange(deps, organisation, changed, line)] });
}
