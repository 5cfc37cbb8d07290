import { admitReviewer, suspendReviewer } from '../../../src/commands/review/reviewers/admission.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { addDays, dayOf } from '../../../src/register/day.ts';
import type { Known } from '../known.ts';
import { move } from '../move.ts';

/** Days before the end of an admission from which it is renewed. */
const soon = 60;

const expiring = (known: Known) =>
  known
    .all('reviewers')
    .filter(
      ({ suspendedOn, admittedUntil }) =>
        suspendedOn !== null || (admittedUntil ?? '') <= addDays(known.today(), soon),
    );

/** Who serves the scheme: admitted for another year, kept away for a while, and now and then tied to an applicant. */
export const moves = [
  move({
    name: 'admitReviewers',
    weight: 6,
    targets: (known) => (expiring(known).length > 0 ? [expiring(known)] : []),
    act: async ({ at, staff }, reviewers, draw) => {
      const [deps, administrator] = await at('people', draw.one(staff.administrators));
      for (const { id, revision, seat, sector } of reviewers) {
        await admitReviewer(deps, administrator, { personId: id, revision, seat, sector });
      }
    },
  }),
  move({
    name: 'suspendReviewer',
    weight: 1 / 8,
    targets: (known) => known.all('reviewers').filter(({ suspendedOn }) => suspendedOn === null),
    act: async ({ at, staff }, { id, revision }, draw) => {
      const [deps, administrator] = await at('people', draw.one(staff.administrators));
      await suspendReviewer(deps, administrator, { personId: id, revision });
    },
  }),
  move({
    name: 'declareTie',
    weight: 1 / 12,
    targets: (known) => known.all('organisations'),
    act: async ({ at, staff, deps: { clock } }, { id: organisationId }, draw) => {
      const personId = draw.one([...staff.reviewers, ...staff.committee, ...staff.officers]);
      const [deps, person] = await at('ties', personId);
      const since = dayOf(clock.now().toISOString());
      await declareTie(deps, person, { personId, organisationId, kind: 'kin', share: null, since, note: '' });
    },
  }),
];
