import { refuseFor, requireNoFaults } from '../../../errors.ts';
import { belongsTo } from '../../../policies/organisation.ts';
import { dayOf } from '../../../register/day.ts';
import { readIdentifier } from '../../../register/identifier.ts';
import { actorOf } from '../../common/actor.ts';
import { addItem, changeItem } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import {
  effectiveRegion,
  organisationFaults,
  type Registering,
  storedWebsite,
} from './organisationFaults.ts';
import { withRole } from './ownTeam.ts';

/** The id that the organisation shall have: registering twice with the same one makes one organisation. */
interface Once {
  readonly once?: string | undefined;
}

/** Who invited it by a link, where somebody did. */
interface Invited {
  readonly sponsorId?: string | undefined;
}

/** More than anyone speaks for; each can look like another one, and a page of duplicates is for people to read. */
const maxOrganisations = 20;

/** Registers an organisation; who does it becomes its owner in the same commit, and who invited it is noted. Gives its id. */
export async function registerOrganisation(
  deps: Deps,
  asker: Asker,
  { once, sponsorId, ...input }: Registering & Once & Invited,
) {
  const at = deps.clock.now().toISOString();
  const identifier = readIdentifier(input.identifier);
  const site = storedWebsite(input.website ?? '', deps.publicUrl);
  requireNoFaults(organisationFaults(input, { today: dayOf(at), publicUrl: deps.publicUrl }));
  const id = once ?? deps.ids.next();
  const actor = actorOf(asker, ['owner']);
  await retryOnConflict(async () => {
    const person = requireVisible(await deps.store.person(asker.id));
    if (belongsTo(person, id)) return;
    refuseFor({ organisationsEnough: person.memberships.length >= maxOrganisations });
    const after = {
      ...input,
      identifier: identifier?.text ?? '',
      region: effectiveRegion(input),
      sector: input.sector ?? null,
      website: 'website' in site ? site.website : '',
      ...{ id, specimen: deps.specimen, formerNames: [], mergedInto: null },
      // Nobody is thanked for inviting themselves.
      ...(sponsorId !== undefined && !belongsTo(person, sponsorId) && { sponsorId }),
    };
    const facts = [
      'organisation.registered',
      ...('sponsorId' in after ? (['organisation.sponsored'] as const) : []),
    ] as const;
    const registered = { at, actor, facts };
    const memberships = withRole(person, id, 'owner');
    const line = { at, actor, facts: [], data: { organisationId: id } };
    await deps.store.commit([
      addItem(deps, 'organisations', after, registered),
      changeItem(deps, 'people', person, { memberships }, line),
    ]);
  });
  return id;
}
