import { expect } from 'chai';
import { groupReads } from '../../../src/commands/common/groupReads.ts';
import type { Store } from '../../../src/commands/ports/ports.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';

type Read = Pick<Store, 'applicationsOf' | 'changesOf' | 'entriesWith' | 'entry'>;

describe('grouped reads', () => {
  let queries: string[];
  let isDown: boolean;
  const answered = async <Row>(name: string, keys: readonly string[], rows: Row[]) => {
    queries.push(`${name} ${keys.join()}`);
    if (isDown) throw new Error('out of reach');
    return rows;
  };
  const entriesOf = (keys: readonly string[]) =>
    keys.filter((key) => key !== 'X').map((number) => ({ ...specimenEntry, number }));
  const store = () =>
    groupReads<Read>({
      applicationsOf: (ids) => answered('applications', ids, []),
      changesOf: (numbers) => answered('changes', numbers, []),
      entriesWith: (numbers) => answered('entries', numbers, entriesOf(numbers)),
      entry: async () => {
        throw new Error('a query for one');
      },
    });
  beforeEach(() => {
    queries = [];
    isDown = false;
  });

  it('are one query for all who ask in the same turn, and each gets its own rows', async () => {
    const { entry, entriesWith, applicationsOf, changesOf } = store();
    const [one, none, some] = await Promise.all([
      entry('B'),
      entry('X'),
      entriesWith(['A', 'B']),
      applicationsOf(['O-1']),
      applicationsOf(['O-2', 'O-1']),
      changesOf(['A']),
      changesOf(['B']),
    ]);
    expect(queries.sort()).to.deep.equal(['applications O-1,O-2', 'changes A,B', 'entries B,X,A']);
    expect(one?.number).to.equal('B');
    expect(none).to.equal(null);
    expect(some.map(({ number }) => number)).to.deep.equal(['B', 'A']);
  });

  it('are made anew for whoever asks later', async () => {
    const { entry } = store();
    await entry('A');
    await Promise.all([entry('A'), entry('B')]);
    expect(queries).to.deep.equal(['entries A', 'entries A,B']);
  });

  it('fail for all who asked together, and for nobody later', async () => {
    const { entry } = store();
    isDown = true;
    const failed = await Promise.allSettled(['A', 'B'].map(entry));
    expect(failed.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected']);
    isDown = false;
    expect((await entry('A'))?.number).to.equal('A');
  });
});
