import { ownOrganisations } from '../../policies/organisation.ts';
import type { Section } from '../../policies/sections.ts';
import { nothing, type View } from '../../policies/view.ts';
import { isReviewer, isStaff } from '../../policies/who.ts';
import { hiddenFrom } from '../committee/session/hiddenFrom.ts';
import type { Person } from '../items/items.ts';
import { listInvitations } from '../people/views/listInvitations.ts';
import type { Deps } from '../ports/ports.ts';
import { barredFrom, scoredBy } from '../review/ties/barredFrom.ts';

type With = Pick<Deps, 'store' | 'clock' | 'impartiality'>;
/** What a section says of whose files it shows. */
type Shown = Omit<Section, 'admits' | 'door'>;

/** What the store shows a person in a part of the private pages, and in what is told of it elsewhere; null for who is not signed in. */
export async function viewOf(deps: With, section: Shown, person: Person | null): Promise<View> {
  const { shows, blind, apart, sits = false } = section;
  if (person === null || shows === 'nothing') return nothing;
  const own = ownOrganisations(person);
  if (shows === 'own' || (shows === 'both' && !isStaff(person))) return { only: own };
  if (shows === 'invited') return { only: [...own, ...(await invitingOrganisations(deps, person))] };
  const [tied, scored, evaluated, closed] = await Promise.all([
    barredFrom(deps, person),
    blind && isReviewer(person) ? scoredBy(deps, person) : [],
    apart ? deps.store.filesEvaluatedBy(person.id) : [],
    hiddenFrom(deps, person, sits),
  ]);
  const barred = [...tied, ...scored];
  return {
    except: shows === 'both' ? barred.filter((id) => !own.includes(id)) : barred,
    ...closed,
    files: [...evaluated, ...(closed.files ?? [])],
  };
}

/** Where a person may join: until then they meet these organisations on the pages of their invitations only. */
async function invitingOrganisations(deps: With, person: Person): Promise<string[]> {
  const waiting = await listInvitations(deps, person);
  return waiting.map(({ invitation }) => invitation.organisationId);
}
