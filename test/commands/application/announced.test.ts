import { expect } from 'chai';
import { announced, toldFacts } from '../../../src/commands/file/announced.ts';
import type { Application } from '../../../src/commands/items/items.ts';
import type { DomainEvent } from '../../../src/workflow/domainEvents.ts';
import type { JournalRecord } from '../../../src/workflow/record.ts';
import type { ApplicationState } from '../../../src/workflow/stored.ts';

const secret = 'Les raisons du comité';

/** A file with a decision in it, in any state: what its applicant may know follows from the state alone. */
function file(state: ApplicationState, decisionReason = secret): Application {
  const conditions = [{ text: 'Publier les comptes', due: '2027-06-30' }];
  const context = { outcome: 'grantedWithConditions', conditions, dueAt: '2026-12-15T23:00:00.000Z' };
  const people = {
    rapporteur: 'P-rapporteur',
    reviewers: [{ personId: 'P-reviewer' }],
    deciders: ['P-chair'],
  };
  const more = { recommendation: { draft: 'granted', reason: 'Avis interne' }, moderation: [] };
  return {
    id: 'A',
    state,
    decisionReason,
    ...more,
    context: { ...context, ...people },
  } as unknown as Application;
}

function record(facts: readonly DomainEvent[], event: object | null = null): JournalRecord {
  return { at: '2026-11-02T08:00:00.000Z', facts, event } as unknown as JournalRecord;
}

describe('what an applicant may know of their file', () => {
  it('contains no decision, reason, condition or date before the announcement', () => {
    for (const state of ['decided', 'deliberation', 'recommendation', 'evaluation', 'assignment'] as const) {
      const seen = announced(file(state), []);
      expect(seen.decision, state).to.equal(null);
      expect(JSON.stringify(seen), state).to.not.include(secret).and.not.include('Publier les comptes');
    }
    expect(announced(file('decided'), [])).to.deep.equal(
      announced({ ...file('deliberation'), context: { ...file('deliberation').context, dueAt: null } }, []),
    );
  });

  it('is the decision with reason and conditions once it is announced', () => {
    for (const state of ['agreement', 'granted', 'refused', 'appealed', 'closed', 'lapsed'] as const) {
      const { decision } = announced(file(state), []);
      expect(decision, state).to.deep.include({ outcome: 'grantedWithConditions', reason: secret });
      expect(decision?.conditions).to.have.length(1);
    }
  });

  it('never contains the name of a reviewer, rapporteur or committee member', () => {
    for (const state of ['evaluation', 'decided', 'granted'] as const) {
      expect(JSON.stringify(announced(file(state), []))).to.not.match(/P-|Avis interne/);
    }
  });

  it('contains the reason of a refusal at screening, which otherwise only the journal has', () => {
    const refusal = record(['application.declaredIneligible'], {
      type: 'declareIneligible',
      reason: 'Hors région',
    });
    expect(announced(file('refused', ''), [refusal]).decision?.reason).to.equal('Hors région');
  });

  it('contains public steps only: no sealed event, nothing of internal roles', () => {
    const told = toldFacts([
      record(['application.submitted']),
      record(['application.reviewDelivered', 'application.diverged']),
      record(['application.moderated', 'application.evaluated']),
      record(['application.decided']),
    ]).map(({ fact }) => fact);
    expect(told).to.deep.equal(['application.submitted', 'application.evaluated']);
  });
});
