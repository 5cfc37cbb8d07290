import { unsaid } from '../../register/organisation.ts';
import type { EventActor } from '../../workflow/events.ts';
import { changeItem, noteOn } from '../common/noteOn.ts';
import type { Organisation, ReviewerProfile } from '../items/items.ts';
import type { Change, Deps } from '../ports/ports.ts';

/** What an organisation is called once nothing is known of it any more. */
export const blankName = '—';

/** An organisation of which nothing is known any more: only its id and its chain are left. */
export function blankOrganisation(
  deps: Pick<Deps, 'ids'>,
  organisation: Organisation,
  { at, actor, files = [] }: { at: string; actor: EventActor; files?: readonly string[] },
): Change {
  const { id, revision, head, legalForm, specimen, mergedInto } = organisation;
  const known = { id, revision, head, legalForm, specimen, mergedInto };
  const after = { ...known, ...unsaid, name: blankName, formerNames: [] };
  const line = { at, actor, facts: ['organisation.erased'], data: { files } } as const;
  return { ...noteOn(deps, 'organisations', organisation, line), after };
}

/** The profile of a reviewer who was erased: which seat their reviews were written from stays, what it said of them goes. */
export function blankProfile(
  deps: Pick<Deps, 'ids'>,
  profile: ReviewerProfile,
  { at, actor }: { at: string; actor: EventActor },
): Change {
  const known = { sector: null, themes: [], sectors: [], legalForms: [], languages: [], capacity: 0 };
  const admitted = { admittedOn: null, admittedUntil: null, suspendedOn: null };
  const nothing = { ...known, ...admitted, awayFrom: null, awayUntil: null };
  return changeItem(deps, 'reviewers', profile, nothing, { at, actor, facts: ['reviewer.changed'] });
}
