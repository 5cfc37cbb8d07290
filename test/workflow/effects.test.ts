import { expect } from 'chai';
import type { ApplicationContext, LabelContext } from '../../src/workflow/stored.ts';
import { times } from './support/cast.ts';
import { stepOf, type Taken, walkOf } from './support/walk.ts';

/** Every case in which a guard let an event through, with the contexts before and after. */
function applicationCases(guard: string) {
  return walkOf('application')
    .taken.filter((taken) => taken.guard === guard)
    .map((taken) => ({ ...taken, before: applicationOf(taken.from), after: applicationOf(taken.to) }));
}

function applicationOf({ context }: Taken['from']): ApplicationContext {
  if (!('applicationId' in context) || !('limits' in context)) throw new Error('not an application');
  return context;
}

function labelCases(guard: string) {
  const cases = walkOf('label').taken.filter((taken) => taken.guard === guard);
  return cases.map(({ from, to }) => [from.context, to.context] as readonly [LabelContext, LabelContext]);
}

function expectEach<T>(cases: readonly T[], check: (one: T) => void): void {
  expect(cases).not.empty;
  cases.forEach(check);
}

describe('workflow/effects', () => {
  const certificate = 'a'.repeat(64);

  it('counts snapshots: one at submission, one with each answer', () => {
    for (const guard of ['maySubmit', 'mayAnswerScreening', 'mayAnswerRecommendation']) {
      expectEach(applicationCases(guard), ({ before, after }) => {
        expect(after.snapshots).equal(before.snapshots + 1);
        expect(after.returnTo).equal(null);
      });
    }
  });

  it('returns a file to the state that asked, and counts the rounds', () => {
    expectEach(applicationCases('mayRequestInformation'), ({ from, before, after }) => {
      expect(after.returnTo).equal(from.state);
      expect(after.informationRounds).equal(before.informationRounds + 1);
      expect(after.dueAt).equal(times.due);
    });
    expectEach(applicationCases('mayRejectCorrection'), ({ before, after }) => {
      expect(after.correctionRounds).equal(before.correctionRounds + 1);
    });
    expectEach(applicationCases('mayRejectCorrectionFinally'), ({ before, after }) => {
      expect(after.correctionRounds).equal(before.correctionRounds);
      expect(after.openFindings, 'stays open').equal(before.openFindings);
    });
  });

  it('marks the delivered review only, and what is still to correct', () => {
    expectEach(applicationCases('mayDeliverFirst'), ({ event, before, after }) => {
      const delivered = after.reviewers.filter((r, i) => r.delivered !== before.reviewers[i]?.delivered);
      expect(delivered.map((r) => r.reviewId)).deep.equal(['reviewId' in event && event.reviewId]);
    });
    expectEach(applicationCases('mayDeliverWithFindings'), ({ after }) => {
      expect([after.openFindings, after.dueAt]).deep.equal([2, times.due]);
    });
    expectEach(applicationCases('mayModerateWithFindings'), ({ event, after }) => {
      expect([after.moderatedBy, after.openFindings, after.dueAt]).deep.equal([event.actor.id, 1, times.due]);
    });
    expectEach(applicationCases('mayAcceptCorrection'), ({ after }) => {
      expect(after.openFindings).equal(0);
    });
  });

  it('removes the reviewer with a conflict and keeps the others', () => {
    expectEach(applicationCases('mayVoidReview'), ({ event, before, after }) => {
      const personId = 'personId' in event ? event.personId : '';
      expect(after.reviewers).deep.equal(before.reviewers.filter((r) => r.personId !== personId));
      expect(after.earlierPeople).include(personId);
      expect([after.dueAt, after.returnTo, after.moderatedBy]).deep.equal([null, null, null]);
    });
  });

  it('returns a file to the review when the conflict is the third reviewer’s', () => {
    expectEach(applicationCases('mayModerate'), ({ event, to, after }) => {
      const conflict = { ...event, type: 'conflictFound', personId: after.moderatedBy };
      const result = stepOf('application', to, conflict);
      if (!result.taken) throw new Error(result.reasons.join());
      expect(result.next.state).equal('assignment');
      expect(applicationOf(result.next).reviewers).deep.equal(after.reviewers);
      expect(applicationOf(result.next).earlierPeople).include(event.actor.id);
    });
  });

  it('stores who screened, and when a refusal at screening can be appealed', () => {
    expectEach(applicationCases('mayAccept'), ({ event, after }) => {
      expect(after.screenedBy).equal(event.actor.id);
    });
    expectEach(applicationCases('mayDeclareIneligible'), ({ event, after }) => {
      expect([after.screenedBy, after.outcome]).deep.equal([event.actor.id, 'refused']);
      expect(after.dueAt).equal('appealBy' in event && event.appealBy);
    });
  });

  it('reviews after an appeal what was refused at screening, even when only reconsidered', () => {
    const unseen = applicationCases('mayUpholdWithNewEvaluation').filter(
      ({ event, before }) =>
        before.reviewers.length === 0 && 'newEvaluation' in event && !event.newEvaluation,
    );
    expectEach(unseen, ({ to }) => {
      expect(to.state).equal('assignment');
    });
    expectEach(applicationCases('mayUphold'), ({ before, after }) => {
      expect(before.reviewers).not.empty;
      expect(after.reviewers).deep.equal(before.reviewers);
      expect([after.outcome, after.appealAgainst, after.rapporteur]).deep.equal([null, null, null]);
    });
  });

  it('stores the decision, and starts the deadlines to sign or appeal at the announcement', () => {
    expectEach(applicationCases('mayDecide'), ({ event, after }) => {
      const said = event.type === 'decide' ? event : undefined;
      expect([after.outcome, after.conditions]).deep.equal([said?.outcome, said?.conditions]);
      expect(after.dueAt, 'sealed: no time runs').equal(null);
    });
    for (const guard of ['mayAnnounceGrant', 'mayAnnounceRefusal', 'mayDismissConditions']) {
      expectEach(applicationCases(guard), ({ after }) => {
        expect(after.dueAt).equal(times.due);
      });
    }
    expectEach(applicationCases('maySign'), ({ after }) => {
      expect([after.labelNumber, after.dueAt]).deep.equal(['MIE-26-00042-D', null]);
    });
  });

  it('clears deadlines in a final state, and the object of an appeal', () => {
    expectEach(applicationCases('mayAppealConditions'), ({ after }) => {
      expect([after.appealAgainst, after.dueAt]).deep.equal(['conditions', null]);
    });
    expectEach(applicationCases('mayAppealRefusal'), ({ after }) => {
      expect([after.appealAgainst, after.dueAt]).deep.equal(['refusal', null]);
    });
    const ends = ['granted', 'closed', 'withdrawn', 'lapsed'];
    expectEach(
      walkOf('application').taken.filter(({ to }) => ends.includes(to.state)),
      ({ to }) => {
        expect(applicationOf(to).dueAt).equal(null);
      },
    );
  });

  it('gives a label a new revision with each certificate, and ends the deadline of a suspension', () => {
    const settled = { dueAt: null, hearing: null, stayed: null };
    for (const guard of ['mayIssue', 'mayReissue']) {
      expectEach(labelCases(guard), ([before, after]) => {
        expect(after).deep.equal({ ...before, revision: before.revision + 1, certificate });
      });
    }
    for (const guard of ['mayRestore', 'mayReinstate']) {
      expectEach(labelCases(guard), ([before, after]) => {
        expect(after).deep.equal({ ...before, revision: before.revision + 1, certificate, ...settled });
      });
    }
    for (const guard of [
      'mayEndOnNotice',
      'mayEndInProceedings',
      'mayEndSuspended',
      'mayExpireSuspended',
      'mayExpire',
      'mayEndExtension',
    ]) {
      expectEach(labelCases(guard), ([before, after]) => {
        expect(after).deep.equal({ ...before, ...settled, endsOn: null, notice: null });
      });
    }
    expectEach(labelCases('isOverdue'), ([before, after]) => {
      expect(after).deep.equal({ ...before, dueAt: null });
    });
    expectEach(labelCases('mayRenew'), ([before, after]) => {
      expect(after).deep.equal({
        ...before,
        ...settled,
        endsOn: null,
        notice: null,
        successor: 'MIE-29-00007-X',
      });
    });
    expect(labelCases('maySetStanding').map(([, after]) => after.standing)).include.members([
      'conditional',
      'clean',
    ]);
  });
});
