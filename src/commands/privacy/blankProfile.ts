import type { EventActor } from '../../workflow/events.ts';
import type { ReviewerProfile } from '../items/items.ts';
import type { Change, Deps } from '../ports/ports.ts';
import { profileChange } from '../review/reviewers/profileChange.ts';

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
