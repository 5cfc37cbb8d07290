import { expect } from 'chai';
import type { JournalRecord } from '../../src/workflow/record.ts';
import { replay } from '../../src/workflow/replay.ts';
import { type Stored, untouchedLabel } from '../../src/workflow/stored.ts';
import { currentVersion, migrate } from '../../src/workflow/versions.ts';
import { starts } from './support/starts.ts';
import { type AnyStored, machineNames, stepOf } from './support/walk.ts';

describe('workflow/versions', () => {
  for (const name of machineNames) {
    it(`reads what today's ${name} wrote unchanged`, () => {
      const stored = { ...starts[name], machineVersion: currentVersion[name] };
      expect(migrate(name, stored)).equal(stored);
    });

    it(`refuses to guess what a later version of ${name} wrote`, () => {
      const stored = { ...starts[name], machineVersion: currentVersion[name] + 1 };
      const told = `${name} was stored by version ${currentVersion[name] + 1} of its machine`;
      expect(() => stepOf(name, stored, { type: 'withdraw' })).throw(told);
    });
  }

  it('takes the steps from an older version to the current one, in their order', () => {
    const stored = { machineVersion: 1, state: 'invited', context: {} };
    const steps = {
      1: (older: Stored<string, object>) => ({ ...older, state: `${older.state}, then asked` }),
      2: (older: Stored<string, object>) => ({ ...older, context: { state: older.state } }),
    };
    expect(migrate('review', stored, steps, 3)).deep.equal({
      machineVersion: 3,
      state: 'invited, then asked',
      context: { state: 'invited, then asked' },
    });
  });

  it('follows a line of the third machine by which one officer ended a label', () => {
    const { notice: _, ...before } = starts.label.context;
    const stored = { machineVersion: 3, state: 'active', context: { ...before, endsOn: '2026-12-31' } };
    const terminate = { type: 'terminate', at: '2026-12-01T09:00:00.000Z', reason: 'R' };
    const actor = { id: 'o', roles: ['officer'] };
    const lines = [
      { data: { stored } },
      { event: { ...terminate, actor }, data: {} },
    ] as unknown as JournalRecord[];
    expect(replay('label', lines)).deep.equal({
      machineVersion: currentVersion.label,
      state: 'terminated',
      context: { ...before, ...untouchedLabel },
    });
  });

  it('reads a label that its second machine stored: nobody was heard, gave notice or appealed', () => {
    const stored = {
      machineVersion: 2,
      state: 'suspended',
      context: {
        number: 'MIE-26-00042-D',
        applicationId: 'A-2026-000001',
        organisationId: 'specimen',
        standing: 'conditional',
        revision: 2,
        certificate: 'a'.repeat(64),
        since: '2026-03-01',
        until: '2029-02-28',
        successor: null,
        dueAt: '2026-04-01T22:00:00.000Z',
      },
    };
    const proceeding = { ...untouchedLabel };
    expect(migrate('label', stored)).deep.equal({
      machineVersion: currentVersion.label,
      state: 'suspended',
      context: { ...stored.context, ...proceeding },
    });
    const event = { type: 'deadlinePassed', at: '2026-04-01T22:00:00.000Z' };
    const passed = stepOf('label', stored as AnyStored, { ...event, actor: { id: 's', roles: ['system'] } });
    expect(passed.taken && passed.next.state).equal('withdrawalPending');
  });

  it('reads an application that its second machine stored: it is about the whole of a label, and replaces none', () => {
    const { scope: _, succeeds: __, ...before } = starts.application.context;
    const context = { ...before, snapshots: 1, screenedBy: 'officer-1', dueAt: '2026-04-01T22:00:00.000Z' };
    const stored = { machineVersion: 2, state: 'informationRequested', context };
    const today = { ...context, scope: null, succeeds: null };
    expect(migrate('application', stored)).deep.equal({
      machineVersion: currentVersion.application,
      state: 'informationRequested',
      context: today,
    });
    const third = { ...stored, machineVersion: 3, context: { ...context, scope: null } };
    expect(migrate('application', third).context).deep.equal(today);
    const event = { type: 'deadlinePassed', at: '2026-04-01T22:00:00.000Z' };
    const passed = stepOf('application', stored as AnyStored, {
      ...event,
      actor: { id: 's', roles: ['system'] },
    });
    expect(passed.taken && passed.next.state).equal('lapsed');
  });

  it('reads an appeal that its second machine stored: it is against the decision on an application', () => {
    const { labelNumber: _, ...context } = starts.appeal.context;
    const stored = { machineVersion: 2, state: 'lodged', context };
    expect(migrate('appeal', stored).context).deep.equal({ ...context, labelNumber: null });
  });

  it('refuses a version that no step leads from', () => {
    const stored = { ...starts.review, machineVersion: 1 };
    expect(() => migrate('review', stored)).throw('review was stored by version 1 of its machine');
  });
});
