import { expect } from 'chai';
import type { ReviewEvent } from '../../src/workflow/events.ts';
import { all, branch, checksFor } from '../../src/workflow/guards.ts';

const { check, on, role } = checksFor<{ readonly open: boolean }, ReviewEvent>();
const event: ReviewEvent = {
  type: 'decline',
  reason: 'Spécimen',
  at: '2026-03-02T09:00:00.000Z',
  actor: { id: 'reviewer-1', roles: ['reviewer', 'committee'] },
};
const context = { open: true };

describe('workflow/guards', () => {
  it('a check without its input fails', () => {
    const broken = {} as unknown as ReviewEvent;
    expect(role('byReviewer', 'reviewer').holds(context, broken)).equal(false);
    expect(check('inTime', ({ at }) => new Date(at).toISOString() === at).holds(context, broken)).equal(
      false,
    );
  });

  it('an exception in a check is not hidden', () => {
    const faulty = check('faulty', () => {
      throw new Error('a fault');
    });
    expect(() => faulty.holds(context, event)).throw('a fault');
  });

  it('a check of one event type fails for every other', () => {
    const said = on('accept', 'noConflictDeclared', () => true);
    expect(said.holds(context, event)).equal(false);
    expect(
      said.holds(context, {
        ...event,
        type: 'accept',
        noConflictDeclared: true,
        dueAt: '2026-05-01T22:00:00.000Z',
      }),
    ).equal(true);
  });

  it('any of the roles is enough', () => {
    expect(role('byEither', 'chair', 'committee').holds(context, event)).equal(true);
    expect(role('byChair', 'chair').holds(context, event)).equal(false);
  });

  it('a guard requires all its checks; a branch requires them and its condition', () => {
    const open = check('open', (_, c) => c.open);
    const guard = all(open, role('byReviewer', 'reviewer'));
    const never = branch(guard, () => false);
    expect(guard({ context, event })).equal(true);
    expect(guard({ context: { open: false }, event })).equal(false);
    expect(never({ context, event })).equal(false);
    expect(never.checks).equal(guard.checks);
  });
});
