import type { Seat } from '../../../policies/reviewer.ts';
import { addMonths, dayOf } from '../../../register/day.ts';
import type { Sector } from '../../../register/sector.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import type { Person, ReviewerProfile } from '../../items/items.ts';
import type { NewRecord } from '../../items/newRecord.ts';
import type { Change, Deps } from '../../ports/ports.ts';

/** For which place of a pair a person is admitted; a peer with their own field of work. */
export interface AdmittedFor {
  readonly seat: Seat;
  readonly sector: Sector | null;
}

/**
 * Admits a person from today on for the time that the procedure gives; once more, it renews. What they said of themselves
 * stays; at first they know the whole scheme, no field of work, and take as many files as the scheme lets them.
 */
export function admission(
  deps: Pick<Deps, 'ids' | 'procedure' | 'schemes' | 'openVersion'>,
  person: Person,
  before: ReviewerProfile | null,
  { seat, sector }: AdmittedFor,
  { at, actor }: Pick<NewRecord, 'at' | 'actor'>,
): Change {
  const today = dayOf(at);
  const { scheme } = schemeOf(deps, deps.openVersion);
  const said = before ?? {
    id: person.id,
    themes: scheme.themes.map(({ id }) => id),
    sectors: [],
    legalForms: [],
    languages: [person.language],
    capacity: scheme.process.reviewerLoad,
    awayFrom: null,
    awayUntil: null,
    admittedOn: null,
  };
  const admittedUntil = addMonths(today, deps.procedure.admissionMonths);
  const renews = before !== null && before.admittedOn !== null && before.suspendedOn === null;
  const record = {
    id: deps.ids.next(),
    at,
    actor,
    event: null,
    facts: [renews ? 'reviewer.renewed' : 'reviewer.admitted'],
    data: { seat, until: admittedUntil },
  } as const;
  const after = {
    ...said,
    seat,
    sector: seat === 'peer' ? sector : null,
    admittedOn: renews ? said.admittedOn : today,
    admittedUntil,
    suspendedOn: null,
  };
  return { kind: 'reviewers', before, after, record };
}
