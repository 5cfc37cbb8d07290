import { expect } from 'chai';
import { type AnyStored, machineNames, stepOf, walkOf } from './support/walk.ts';

const fromTheClock = ['deadlinePassed', 'periodEnded', 'graceEnded', 'noticeEnded'];

function dueOf({ context }: AnyStored): string | null {
  return 'dueAt' in context ? context.dueAt : null;
}

/** Neither a session nor an appeal waits for a day. */
for (const name of machineNames.filter((known) => known !== 'session' && known !== 'appeal')) {
  describe(`workflow/deadlines of ${name}`, () => {
    const { taken } = walkOf(name);
    const fired = taken.filter(({ event }) => fromTheClock.includes(event.type));

    it('fired twice, acts once', () => {
      expect(fired).not.empty;
      for (const { to, event } of fired) {
        const again = stepOf(name, to, event);
        expect(again, `${to.state} ${event.type}`).deep.equal({ taken: false, reasons: ['wrongState'] });
      }
    });

    it('fired before its time, does nothing', () => {
      for (const { from, event } of fired.filter(({ event: { type } }) => type === 'deadlinePassed')) {
        const due = Date.parse(dueOf(from) ?? '');
        const early = { ...event, at: new Date(due - 1).toISOString() };
        expect(stepOf(name, from, early)).deep.equal({ taken: false, reasons: ['deadlineOver'] });
        expect(stepOf(name, from, { ...event, at: dueOf(from) }).taken, 'at the instant itself').equal(true);
      }
    });

    it('is set wherever the clock can fire it', () => {
      const states = new Set(fired.filter((f) => f.event.type === 'deadlinePassed').map((f) => f.from.state));
      for (const { to } of taken.filter((t) => states.has(t.to.state))) {
        expect(dueOf(to), to.state).match(/^\d{4}-\d\d-\d\dT.*Z$/);
      }
    });
  });
}

describe('workflow/deadlines', () => {
  it('of a finished round does not end the next one', () => {
    const { taken } = walkOf('application');
    for (const { to, event } of taken.filter(({ to: { state } }) => state === 'correction')) {
      const longer = { ...to, context: { ...to.context, dueAt: '2026-07-01T22:00:00.000Z' } } as AnyStored;
      const late = {
        type: 'deadlinePassed',
        at: '2026-04-01T22:00:00.000Z',
        actor: { ...event.actor, roles: ['system'] },
      };
      expect(stepOf('application', longer, late)).deep.equal({ taken: false, reasons: ['deadlineOver'] });
    }
  });
});
