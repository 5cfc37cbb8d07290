import { invalid, LabelError, refuseFor } from '../../../errors.ts';
import type { Seat } from '../../../policies/reviewer.ts';
import { everything } from '../../../policies/view.ts';
import { isReviewer } from '../../../policies/who.ts';
import { addMonths, dayOf } from '../../../register/day.ts';
import type { Sector } from '../../../register/sector.ts';
import { requireDutyOnAll, systemActor } from '../../common/actor.ts';
import { administratorsOwn, type PersonInput } from '../../common/administratorsOwn.ts';
import { changeItem, type Line, lineOf } from '../../common/noteOn.ts';
import { requireRevision, requireVisible } from '../../common/requireVisible.ts';
import { openScheme } from '../../common/schemeOf.ts';
import type { Person, ReviewerProfile } from '../../items/items.ts';
import type { Asker, Change, Deps } from '../../ports/ports.ts';

/**
 * Admits a person as a reviewer, or for another year; nobody admits themselves, and a peer has a field of work. `revision` is that of
 * the profile, 0 when there was none.
 */
export async function admitReviewer(deps: Deps, asker: Asker, input: PersonInput & AdmittedFor) {
  const { eventMeta, self } = await administratorsOwn(deps, asker);
  const person = requireVisible(await deps.store.person(input.personId));
  const profile = await deps.store.reviewer(person.id);
  if ((profile?.revision ?? 0) !== input.revision) throw new LabelError('stale');
  refuseFor({
    ownAdmission: person.id === self.id,
    notReviewer: !isReviewer(person),
    personRemoved: person.removedAt !== null,
  });
  if (input.seat === 'peer' && input.sector === null) throw invalid('sector', 'required');
  await deps.store.commit([admission(deps, person, profile, input, eventMeta)]);
}

/** Admits a person of the demonstration, as the service itself; a peer there works in culture. */
export async function admitFirst(
  deps: Pick<Deps, 'store' | 'ids' | 'clock' | 'procedure' | 'schemes'>,
  person: Person,
  seat: Seat,
): Promise<void> {
  const eventMeta = { at: deps.clock.now().toISOString(), actor: systemActor };
  const place = { seat, sector: 'culture' } as const;
  await deps.store.commit([admission(deps, person, null, place, eventMeta)]);
}

/** Suspends a reviewer until they are admitted again; the reviews that they have not delivered are void. Nobody suspends themselves. */
export async function suspendReviewer(deps: Deps, asker: Asker, input: PersonInput): Promise<void> {
  const { eventMeta, self } = await administratorsOwn(deps, asker);
  const profile = requireRevision(requireVisible(await deps.store.reviewer(input.personId)), input.revision);
  refuseFor({ ownAdmission: profile.id === self.id, alreadySuspended: profile.suspendedOn !== null });
  await requireDutyOnAll(deps, self, await filesOf(deps, profile.id), 'application.conflictFound');
  const line = { ...eventMeta, facts: ['reviewer.suspended'] } as const;
  const suspendedOn = dayOf(eventMeta.at);
  await deps.store.commit([changeItem(deps, 'reviewers', profile, { suspendedOn }, line)]);
}

/** The files whose reviews a suspension voids. */
async function filesOf({ store }: Pick<Deps, 'store'>, personId: string) {
  const all = store.seenBy(everything);
  const reviews = await all.reviewsBy(personId);
  const working = reviews.filter(({ state }) => state === 'invited' || state === 'scoring');
  return all.applications(working.map(({ context }) => context.applicationId));
}

/** For which place of a pair a person is admitted; a peer with their own field of work. */
interface AdmittedFor {
  readonly seat: Seat;
  readonly sector: Sector | null;
}

/**
 * Admits a person from today on for the time that the procedure gives; once more, it renews. What they said of themselves
 * stays; at first they know the whole scheme, no field of work, and take as many files as the scheme lets them.
 */
export function admission(
  deps: Pick<Deps, 'ids' | 'clock' | 'procedure' | 'schemes'>,
  person: Person,
  before: ReviewerProfile | null,
  { seat, sector }: AdmittedFor,
  eventMeta: Pick<Line, 'at' | 'actor'>,
): Change {
  const today = dayOf(eventMeta.at);
  const { scheme } = openScheme(deps);
  const known = before ?? {
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
  const facts = [renews ? 'reviewer.renewed' : 'reviewer.admitted'] as const;
  const record = lineOf(deps, { ...eventMeta, facts, data: { seat, until: admittedUntil } });
  const after = {
    ...known,
    seat,
    sector: seat === 'peer' ? sector : null,
    admittedOn: renews ? known.admittedOn : today,
    admittedUntil,
    suspendedOn: null,
  };
  return { kind: 'reviewers', before, after, record };
}
