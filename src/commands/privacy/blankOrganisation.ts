import type { EventActor } from '../../workflow/events.ts';
import type { Organisation } from '../items/items.ts';
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
  return {
    kind: 'organisations',
    before: organisation,
    after: {
      ...{ id, revision, head, legalForm, specimen, mergedInto },
      name: blankName,
      formerNames: [],
      identifier: '',
      street: '',
      postcode: '',
      commune: '',
      region: null,
      sector: null,
      founded: null,
      acceptsLeman: false,
      website: '',
    },
    record: { id: deps.ids.next(), at, actor, event: null, facts: ['organisation.erased'], data: { files } },
  };
}
