import { expect } from 'chai';
import type { MachineName } from '../../src/workflow/versions.ts';
import { stepOf, type Taken, walkOf } from './support/walk.ts';

/** The first case in which a guard let an event through, as it meets `when`. */
function caseOf(
  machine: MachineName,
  guard: string,
  when: (taken: Taken) => boolean = () => true,
): Omit<Taken, 'event'> & { readonly event: Readonly<Record<string, unknown>> } {
  const found = walkOf(machine).taken.find((taken) => taken.guard === guard && when(taken));
  if (!found) throw new Error(`${machine} ${guard} was never taken`);
  return { ...found, event: { ...found.event } };
}

/** Whether the case is still taken with some changes; otherwise what refuses it. */
function said(
  machine: MachineName,
  { from, event }: ReturnType<typeof caseOf>,
  change: object,
  context: object = {},
): string {
  const stored = { ...from, context: { ...from.context, ...context } } as Taken['from'];
  const result = stepOf(machine, stored, { ...event, ...change });
  return result.taken ? 'taken' : result.reasons.join(' ');
}

type Team = readonly { readonly personId: string; readonly reviewId: string; readonly delivered: boolean }[];

describe('workflow/boundaries', () => {
  it('a pair needs accepted people, the last free place of a cap counts, the officer who staffs can be invited', () => {
    const staff = caseOf('application', 'mayStaff');
    const team = staff.event.reviewers as Team;
    const each = (change: object) => ({ reviewers: team.map((r) => ({ ...r, ...change })) });
    const last = (change: object) => ({
      reviewers: team.map((r, i) => (i === team.length - 1 ? { ...r, ...change } : r)),
    });
    expect(said('application', staff, last({ accepted: false }))).equal('twoReviewersAccepted');
    expect(said('application', staff, each({ load: 4 }))).equal('taken');
    expect(said('application', staff, each({ load: 5 }))).equal('underLoadCap');
    const own = { actor: { id: team[0]?.personId, roles: ['officer'] } };
    expect(said('application', staff, own)).equal('taken');
  });

  it('a delivered review keeps its number and person', () => {
    const staff = caseOf('application', 'mayStaff', ({ event }) =>
      'reviewers' in event ? event.reviewers.some((r) => r.delivered) : false,
    );
    const team = staff.event.reviewers as Team;
    const kept = (change: object) => ({
      reviewers: team.map((r) => (r.delivered ? { ...r, ...change } : r)),
    });
    expect(said('application', staff, kept({ reviewId: 'of-another' }))).equal('deliveryAsRecorded');
    expect(said('application', staff, kept({ personId: 'another' }))).equal('deliveryAsRecorded');
  });

  it('a refusal needs no passing offer, and a condition a valid future day', () => {
    const refusal = caseOf('application', 'mayDecide', ({ event }) =>
      'outcome' in event ? event.outcome === 'refused' : false,
    );
    expect(said('application', refusal, { labelledOffers: 0 })).equal('taken');
    expect(said('application', refusal, {}, { openFindings: 2 })).equal('taken');
    const conditions = caseOf('application', 'mayDecide', ({ event }) =>
      'outcome' in event ? event.outcome === 'grantedWithConditions' : false,
    );
    const due = (day: string) => said('application', conditions, { conditions: [{ text: 'x', due: day }] });
    const today = String(conditions.event.at).slice(0, 10);
    expect([due('2020-01-01'), due(today), due('2027-01-31')]).deep.equal([
      'conditionsDated',
      'conditionsDated',
      'taken',
    ]);
    expect([due(' 2027-01-31'), due('2027-01-31x')]).deep.equal(['conditionsDated', 'conditionsDated']);
    expect(said('application', conditions, {}, { openFindings: 2 }), 'under conditions').equal('taken');
  });

  it('a recusal of someone else, or on another file, bars nobody from voting', () => {
    const vote = caseOf('session', 'mayVote');
    const { applicationId } = vote.event;
    const recusals = [
      { applicationId, personId: 'another' },
      { applicationId: 'A-9', personId: 'member-1' },
    ];
    expect(said('session', vote, {}, { recusals })).equal('taken');
    const own = [...recusals, { applicationId, personId: 'member-1' }];
    expect(said('session', vote, {}, { recusals: own })).equal('notRecused');
    expect(said('session', vote, { choice: 'for', reason: '' }), 'a yes needs no reason').equal('taken');
  });

  it('the chair records the recusal of another, a session of two files ends after both', () => {
    const recuse = caseOf('session', 'mayRecuse');
    const chair = { actor: { id: 'chair', roles: ['chair'] } };
    const attended = ['chair', 'member-1', 'member-2', 'member-3'];
    expect(said('session', recuse, chair, { attended })).equal('taken');
    const close = caseOf('session', 'mayClose');
    const half = { concluded: [{ applicationId: 'A-1', result: 'decided' }] };
    expect(said('session', close, {}, half)).equal('agendaConcluded');
  });

  it('half of a panel is no majority, and a panel has no other members', () => {
    const uphold = caseOf('appeal', 'mayUphold');
    const panel = ['panel-1', 'panel-2', 'panel-3', 'panel-4'];
    const votes = panel.map((personId, i) => ({ personId, outcome: i < 2 ? 'uphold' : 'dismiss' }));
    expect(said('appeal', uphold, {}, { panel, votes })).equal('majorityOfPanel');
    const form = caseOf('appeal', 'mayFormPanel');
    const named = form.event.panel as readonly object[];
    const guest = { personId: 'guest', member: false, tookPart: false, conflict: false };
    expect(said('appeal', form, { panel: [...named, guest] })).equal('panelComplete');
  });

  it('a tie of votes grants nothing where the chair’s vote does not decide it', () => {
    const tied = caseOf('application', 'mayDecide', ({ event }) =>
      'vote' in event ? event.vote.casting === 'for' : false,
    );
    expect(said('application', tied, {})).equal('taken');
    const { limits } = tied.from.context as { readonly limits: object };
    expect(said('application', tied, {}, { limits: { ...limits, castingVote: false } })).equal(
      'votesRecorded',
    );
  });
});
