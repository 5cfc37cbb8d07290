import { expect } from 'chai';
import { loadRules } from '../../src/boot/loadRules.ts';
import { actorSideOf } from '../../src/policies/actorSide.ts';
import type { Act } from '../../src/policies/acts.ts';
import { advises, membershipOf, positionOf, positions } from '../../src/policies/adviser.ts';
import { refusedBy } from '../../src/policies/duties.ts';
import { mayEdit, mayPrepare, speaksFor } from '../../src/policies/organisation.ts';
import { partsOf } from '../../src/policies/parts.ts';
import { bars, type Tie } from '../../src/policies/tie.ts';
import type { Role } from '../../src/workflow/events.ts';
import { starts } from '../workflow/support/starts.ts';

/** What each part of the staff is there for. */
const staffParts: Readonly<Record<string, readonly Act[]>> = {
  reviewer: ['review.accept', 'review.score', 'review.deliver', 'application.deliverReview', 'finding.close'],
  moderator: ['application.moderate'],
  rapporteur: ['application.recommend', 'application.returnToEvaluation'],
  'member of the committee': [
    'session.vote',
    'application.decide',
    'application.defer',
    'label.withdrawLabel',
  ],
  chair: ['session.takeChair', 'session.conclude'],
  'member of a panel': ['appeal.admit', 'appeal.vote', 'appeal.uphold', 'appeal.dismiss', 'label.grantStay'],
  'officer before the decision': [
    'application.accept',
    'application.declareIneligible',
    'application.requestInformation',
    'application.invite',
    'application.staff',
    'application.announce',
    'read',
  ],
  'officer after it': [
    'condition.confirm',
    'surveillance.confirm',
    'change.assess',
    'label.proposeSuspension',
  ],
};

describe('an adviser', () => {
  const { context } = starts.application;
  const roles: readonly Role[] = ['reviewer', 'officer', 'committee', 'chair', 'administrator'];
  const file = { application: { state: 'evaluation' as const, context }, reviews: [] };
  const none = { byJournal: [], voted: false, onPanel: false, owned: false };
  const adviser = {
    ...{ id: 'ADVISER', roles },
    memberships: [
      { organisationId: context.organisationId, role: 'editor' as const, adviser: true as const },
    ],
  };
  const { impartiality } = loadRules();

  for (const [part, acts] of Object.entries(staffParts)) {
    it(`is no ${part} on a file that they advise, nor in the two years after`, () => {
      const now = partsOf(adviser, file, { ...none, tied: false });
      const later = (today: string) => {
        const membership = {
          personId: adviser.id,
          organisationId: context.organisationId,
          kind: 'member',
        } as const;
        const tie: Tie = {
          ...membership,
          id: 'T',
          organisation: '',
          source: 'detected',
          share: null,
          since: '2026-11-28',
          ended: '2026-11-28',
          note: '',
        };
        return partsOf({ ...adviser, memberships: [] }, file, {
          ...none,
          tied: bars(tie, impartiality, today),
        });
      };
      for (const act of acts) {
        expect(refusedBy(act, now), `${act}, while they advise`).to.include('notOfTheOrganisation');
        expect(refusedBy(act, later('2028-11-27')), `${act}, two years later`).to.include('hasNoTie');
        expect(refusedBy(act, later('2028-11-28')), `${act}, then`).to.deep.equal([]);
      }
    });
  }

  it('writes or reads with an organisation, stands on its side, and never writes in its name', () => {
    expect(mayPrepare(adviser, context.organisationId)).to.equal(true);
    expect(mayEdit(adviser, context.organisationId)).to.equal(false);
    expect(speaksFor(adviser, context.organisationId)).to.equal(false);
    expect(advises(adviser, context.organisationId)).to.equal(true);
    expect(advises(adviser, 'another')).to.equal(false);
    expect(actorSideOf({ roles: ['adviser', 'officer'] })).to.equal('organisation');
    expect(positions.map((one) => positionOf(membershipOf(one)))).to.deep.equal(positions);
  });
});
