import { expect } from 'chai';
import type { WorkflowEvent } from '../../src/workflow/events.ts';
import { replay } from '../../src/workflow/replay.ts';
import type { StoredApplication, StoredReview } from '../../src/workflow/stored.ts';
import { currentVersion, migrate } from '../../src/workflow/versions.ts';
import { applicationEvents } from './support/applicationEvents.ts';
import { actor, times } from './support/cast.ts';
import { chained } from './support/chained.ts';
import { starts } from './support/starts.ts';
import { stepOf } from './support/walk.ts';

/** What the first version stored: no weight of the chair among the limits. */
const first = {
  application: {
    ...starts.application,
    machineVersion: 1,
    context: { ...starts.application.context, limits: limitsThen() },
  } as StoredApplication,
  review: { ...starts.review, machineVersion: 1 } as StoredReview,
};

function limitsThen(): object {
  const { castingVote: _, ...limits } = starts.application.context.limits;
  return limits;
}

const newer: Readonly<Record<string, readonly string[]>> = {
  staff: ['seat', 'otherField'],
  recommend: ['visitMissing'],
  decide: ['inSession', 'casting'],
  dismissAppeal: ['panel'],
  upholdAppeal: ['panel'],
};

/** An event as the first version recorded it. */
function asThen(event: WorkflowEvent): WorkflowEvent {
  const dropped = newer[event.type] ?? [];
  return JSON.parse(JSON.stringify(event, (key, value) => (dropped.includes(key) ? undefined : value)));
}

describe('records of the first version', () => {
  it('are read as today’s, with the rule of their time', () => {
    expect(migrate('application', first.application)).deep.equal({
      ...starts.application,
      machineVersion: currentVersion.application,
      context: {
        ...starts.application.context,
        limits: { ...starts.application.context.limits, castingVote: false },
      },
    });
    expect(migrate('review', first.review)).deep.equal(starts.review);
  });

  it('replay from the draft to a dismissed appeal, and lead to the same state as today’s events', () => {
    const way = ['submit', 'accept', 'staff', 'deliverReview', 'deliverReview', 'recommend', 'decide'];
    const rest = ['announce', 'lodgeAppeal', 'dismissAppeal'];
    const events: WorkflowEvent[] = [];
    let stored = migrate('application', first.application);
    for (const type of [...way, ...rest]) {
      const possible = applicationEvents(stored.context).filter(
        (event) => event.type === type && (event.type !== 'decide' || event.outcome === 'refused'),
      );
      const event = possible.find((one) => stepOf('application', stored, one).taken);
      if (!event) throw new Error(`${type} is not possible`);
      const result = stepOf('application', stored, event);
      if (!result.taken) throw new Error(type);
      stored = result.next as StoredApplication;
      events.push(event);
    }
    // Who judged alone was the panel then.
    const last = events.at(-1);
    if (last?.type === 'dismissAppeal')
      events[events.length - 1] = { ...last, panel: [last.actor.id] } as WorkflowEvent;
    const today = replay('application', chained(first.application, events));
    const then = replay('application', chained(first.application, events.map(asThen)));
    expect(then).deep.equal(today);
    expect(then?.state).equal('closed');
  });

  it('keep the day of an invitation accepted before another one existed', () => {
    const accept = {
      type: 'accept',
      at: times.now,
      actor: actor('reviewer', 'reviewer-1'),
      noConflictDeclared: true,
    } as unknown as WorkflowEvent;
    expect(replay('review', chained(first.review, [accept]))?.context).to.include({ dueAt: times.due });
  });
});
