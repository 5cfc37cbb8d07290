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
  return person === null ? nothing : viewsFor(deps, person)(section);
}

/** The same in each of several parts: what keeps a person from files is read once for all of them. */
export function viewsFor(deps: With, person: Person): (section: Shown) => Promise<View> {
  const own = ownOrganisations(person);
  const tied = once(() => barredFrom(deps, person));
  const scored = once(() => scoredBy(deps, person));
  const evaluated = once(() => deps.store.filesEvaluatedBy(person.id));
  const closed = once(() => hiddenFrom(deps, person, false));
  const closedWhereSitting = once(() => hiddenFrom(deps, person, true));
  return async ({ shows, blind, apart, sits }) => {
    if (shows === 'nothing') return nothing;
    if (shows === 'own' || (shows === 'both' && !isStaff(person))) return { only: own };
    if (shows === 'invited') return { only: [...own, ...(await invitingOrganisations(deps, person))] };
    const [organisations, scoring, files, hidden] = await Promise.all([
      tied(),
      blind && isReviewer(person) ? scored() : [],
      apart ? evaluated() : [],
      sits ? closedWhereSitting() : closed(),
    ]);
    const barred = [...organisations, ...scoring];
    return {
      except: shows === 'both' ? barred.filter((id) => !own.includes(id)) : barred,
      ...hidden,
      files: [...files, ...(hidden.files ?? [])],
    };
  };
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}

/** Where a person may join: until then they meet these organisations on the pages of their invitations only. */
async function invitingOrganisations(deps: With, person: Person): Promise<string[]> {
  const waiting = await listInvitations(deps, person);
  return waiting.map(({ invitation }) => invitation.organisationId);
}
