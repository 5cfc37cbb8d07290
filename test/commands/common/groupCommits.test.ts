import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import { groupCommits } from '../../../src/commands/common/groupCommits.ts';
import type { Store } from '../../../src/commands/ports/ports.ts';
import { LabelError } from '../../../src/errors.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';

describe('grouped commits', () => {
  let writes: { readonly size: number; readonly begunMeanwhile: number }[];
  let begun: number;
  let isWriting: boolean;
  beforeEach(() => {
    writes = [];
    begun = 0;
    isWriting = false;
  });

  /** A store that takes a while, and refuses whatever holds the number `late`. */
  const grouping = () =>
    groupCommits<Pick<Store, 'commit'>>({
      commit: async (_, parts = []) => {
        expect(isWriting, 'one after the other').to.equal(false);
        isWriting = true;
        const before = begun;
        for (let turns = 0; turns < 5; turns += 1) await setImmediate();
        isWriting = false;
        writes.push({ size: parts.length, begunMeanwhile: begun - before });
        if (parts.some((part) => part.kind === 'entry' && part.entry.number === 'late'))
          throw new LabelError('stale');
      },
    });
  const commitOf = (store: Pick<Store, 'commit'>, number: string) => async () => {
    begun += 1;
    await setImmediate();
    await store.commit([], [{ kind: 'entry', entry: { ...specimenEntry, number } }]);
  };
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => String(i));

  it('are written fifty at a time, while the next acts are on their way', async () => {
    const { store, run } = grouping();
    const ended = await run(numbers(120).map((number) => commitOf(store, number)));
    expect(ended.map(({ status }) => status)).to.deep.equal(numbers(120).map(() => 'fulfilled'));
    expect(writes).to.deep.equal([
      { size: 50, begunMeanwhile: 50 },
      { size: 50, begunMeanwhile: 20 },
      { size: 20, begunMeanwhile: 0 },
    ]);
  });

  it('fail for the one that is late alone', async () => {
    const { store, run } = grouping();
    const ended = await run(['0', 'late', '1'].map((number) => commitOf(store, number)));
    expect(ended.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected', 'fulfilled']);
    expect(writes.map(({ size }) => size)).to.deep.equal([3, 1, 1, 1]);
  });

  it('wait neither for acts that commit nothing nor for the first of two of one act', async () => {
    const { store, run } = grouping();
    const [first, second] = [commitOf(store, '0'), commitOf(store, '1')];
    const twice = async () => {
      await first();
      await second();
    };
    const none = numbers(60).map(() => async () => {});
    const ended = await run([twice, ...none, second, twice]);
    expect(ended.filter(({ status }) => status === 'rejected')).to.deep.equal([]);
    expect(writes.reduce((sum, { size }) => sum + size, 0)).to.equal(5);
  });
});
