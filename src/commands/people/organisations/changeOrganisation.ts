import { invalid, refuseFor, requireNoFaults } from '../../../errors.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import { dayOf } from '../../../register/day.ts';
import { readIdentifier } from '../../../register/identifier.ts';
import { requireName } from '../../common/nameFaults.ts';
import { changeItem } from '../../common/noteOn.ts';
import { type ItemInput, requireRevision } from '../../common/requireVisible.ts';
import type { Application, Organisation } from '../../items/items.ts';
import { noticesOfEdit } from '../../label/changes/notifyChange.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { effectiveRegion, type Place, placeFaults, storedWebsite } from './organisationFaults.ts';
import { ownersTeam, ownTeam, requireNotMerged } from './ownTeam.ts';

type OrganisationInput = ItemInput<'organisationId'>;

/** Sector and website are left as they are by default. */
type Input = OrganisationInput &
  Place &
  Pick<Organisation, 'acceptsLeman'> &
  Partial<Pick<Organisation, 'sector' | 'website'>>;

/** Corrects what an organisation says of itself, by an owner or editor; files that were sent keep what they were sent with. */
export async function changeOrganisation(
  deps: Deps,
  asker: Asker,
  { organisationId, revision, ...input }: Input,
): Promise<void> {
  const { organisation, self, eventMeta } = await ownTeam(deps, asker, organisationId);
  refuseFor({ byEditor: !mayEdit(self, organisationId) });
  requireNotMerged(organisation);
  requireRevision(organisation, revision);
  const site = storedWebsite(input.website ?? organisation.website, deps.publicUrl);
  requireNoFaults([...placeFaults(input, dayOf(eventMeta.at)), ...('code' in site ? [site] : [])]);
  const now = { ...input, ...site, region: effectiveRegion(input) };
  const changed = Object.fromEntries(
    Object.entries(now).filter(([field, value]) => organisation[field as keyof typeof now] !== value),
  );
  if (Object.keys(changed).length === 0) return;
  const line = { ...eventMeta, facts: ['organisation.changed'] } as const;
  const notices = await noticesOfEdit(deps, organisation, changed, eventMeta);
  await deps.store.commit([changeItem(deps, 'organisations', organisation, changed, line), ...notices]);
}

/** Every former name stays on the page and in the journal. */
const maxFormerNames = 20;

/** Changes the legal name; the one before is kept with the day. What was issued or sent goes on under the name it has. */
export async function renameOrganisation(
  deps: Deps,
  asker: Asker,
  input: OrganisationInput & { readonly name: string },
): Promise<void> {
  const { organisation, eventMeta } = await ownersTeam(deps, asker, input.organisationId);
  requireNotMerged(organisation);
  requireRevision(organisation, input.revision);
  requireName('name', input.name);
  const { name, formerNames } = organisation;
  refuseFor({ sameName: input.name === name });
  refuseFor({ namesEnough: formerNames.length >= maxFormerNames });
  const until = dayOf(eventMeta.at);
  const changed = { name: input.name, formerNames: [...formerNames, { name, until }] };
  const line = { ...eventMeta, facts: ['organisation.renamed'] } as const;
  const notices = await noticesOfEdit(deps, organisation, changed, eventMeta);
  await deps.store.commit([changeItem(deps, 'organisations', organisation, changed, line), ...notices]);
}

type Identity = OrganisationInput & Pick<Organisation, 'legalForm' | 'identifier'>;

/** States of a file with whose organisation nobody works: not sent yet, or over. A label that came of it gets notice of the change. */
const settled: readonly Application['state'][] = ['draft', 'granted', 'closed', 'withdrawn', 'lapsed'];

/** An owner corrects legal form and number while nobody works on a file with them; the journal keeps the old ones. */
export async function correctIdentity(deps: Deps, asker: Asker, input: Identity): Promise<void> {
  const { organisation, eventMeta } = await ownersTeam(deps, asker, input.organisationId);
  requireNotMerged(organisation);
  requireRevision(organisation, input.revision);
  const read = readIdentifier(input.identifier);
  if (input.identifier !== '' && !read) throw invalid('identifier', 'badIdentifier');
  const { legalForm, identifier } = organisation;
  const now = { legalForm: input.legalForm, identifier: read?.text ?? '' };
  if (now.legalForm === legalForm && now.identifier === identifier) return;
  const files = await deps.store.applicationsOf([organisation.id]);
  refuseFor({ identityFixed: files.some(({ state }) => !settled.includes(state)) });
  const data = { before: { legalForm, identifier } };
  const line = { ...eventMeta, facts: ['organisation.changed'], data } as const;
  const changed = {
    ...(now.legalForm !== legalForm && { legalForm: now.legalForm }),
    ...(now.identifier !== identifier && { identifier: now.identifier }),
  };
  const notices = await noticesOfEdit(deps, organisation, changed, eventMeta);
  await deps.store.commit([changeItem(deps, 'organisations', organisation, changed, line), ...notices]);
}
