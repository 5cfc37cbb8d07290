import { admitReviewer, suspendReviewer } from '../../../src/commands/review/reviewers/admission.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { addDays, dayOf } from '../../../src/register/day.ts';
import { move } from '../move.ts';

const always = () => [null];
/** Days before the end of an admission from which it is renewed. */
const soon = 60;

/** Who serves the scheme: admitted for another year, kept away for a while, and now and then tied to an applicant. */
export const moves = [
  move({
    name: 'admitReviewers',
    weight: 3,
    targets: always,
    act: async ({ at, known, staff }, _, draw) => {
      const [deps, administrator] = await at('people', draw.one(staff.administrators));
      const by = addDays(dayOf(deps.clock.now().toISOString()), soon);
      for (const { id, revision, seat, sector, admittedUntil, suspendedOn } of known.all('reviewers')) {
        if (suspendedOn === null && (admittedUntil ?? '') > by) continue;
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
