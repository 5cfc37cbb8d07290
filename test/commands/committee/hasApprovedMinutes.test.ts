import { expect } from 'chai';
import { hasApprovedMinutes } from '../../../src/commands/committee/session/minutesOf.ts';
import type { Store } from '../../../src/commands/ports/ports.ts';

/** A file decided in two sessions, the second one planned for an earlier day and not approved yet. */
const twice = [
  { event: { type: 'decide' }, data: { session: 'first' } },
  { event: { type: 'upholdAppeal' }, data: {} },
  { event: { type: 'decide' }, data: { session: 'second' } },
];
const sessions: Readonly<Record<string, { readonly state: string }>> = {
  first: { state: 'minutesApproved' },
  second: { state: 'closed' },
};
const asked = (records: readonly object[]) => {
  const store = { records: async () => records, session: async (id: string) => sessions[id] ?? null };
  return hasApprovedMinutes({ store: store as unknown as Store }, 'A-2026-000001');
};

describe('the minutes that an announcement waits for', () => {
  it('belong to the announced decision, not to an earlier one', async () => {
    expect(await asked(twice)).to.equal(false);
    expect(await asked(twice.slice(0, 1))).to.equal(true);
  });

  it('do not exist without a decision', async () => {
    expect(await asked([])).to.equal(false);
  });
});
