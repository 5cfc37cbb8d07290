import { unsaid } from '../../register/organisation.ts';
import type { EventActor } from '../../workflow/events.ts';
import type { Organisation, ReviewerProfile } from '../items/items.ts';
import type { Change, Deps } from '../ports/ports.ts';
import { profileChange } from '../review/reviewers/profileChange.ts';

/** What an organisation is called once nothing is known of it any more. */
export const blankName = '—';

/** An organisation of which nothing is known any more: only its id and its chain are left. */
export function blankOrganisation(
  deps: Pick<Deps, 'ids'>,
  organisation: Organisation,
  { at, actor, files = [] }: { at: string; actor: EventActor; files?: readonly string[] },
): Change {
  const { id, revision, head, legalForm, specimen, mergedInto } = organisation;
  return {
    kind: 'organisations',
    before: organisation,
    after: {
      ...{ id, revision, head, legalForm, specimen, mergedInto },
      ...unsaid,
      name: blankName,
      formerNames: [],
    },
    record: { id: deps.ids.next(), at, actor, event: null, facts: ['organisation.erased'], data: { files } },
  };
}

/** The profile of a reviewer who was erased: which seat their reviews were written from stays, what it said of them goes. */
export function blankProfile(
  deps: Pick<Deps, 'ids'>,
  profile: ReviewerProfile,
  { at, actor }: { at: string; actor: EventActor },
): Change {
  const nothing = {
    sector: null,
    themes: [],
    sectors: [],
    legalForms: [],
    languages: [],
    capacity: 0,
    admittedOn: null,
    admittedUntil: null,
    suspendedOn: null,
    awayFrom: null,
    awayUntil: null,
  };
  return profileChange(deps, profile, nothing, { at, actor, facts: ['reviewer.changed'] });
}
