import { expect } from 'chai';
import type { Entry } from '../../../../src/register/entry.ts';
import { batchReads } from '../../../../src/web/http/cache/batchReads.ts';
import { specimenEntry } from '../../../support/samples/specimenEntry.ts';

describe('batched reads of entries', () => {
  let queries: string[][];
  let answer: (numbers: readonly string[]) => Promise<Entry[]>;
  let read: (number: string) => Promise<Entry | null>;

  beforeEach(() => {
    queries = [];
    answer = async (numbers) =>
      numbers.flatMap((number) => (number === 'X' ? [] : { ...specimenEntry, number }));
    read = batchReads((numbers) => {
      queries.push([...numbers]);
      return answer(numbers);
    });
  });

  it('are one query for all requests of the same turn, and each gets its own', async () => {
    const found = await Promise.all(['A', 'B', 'A', 'X'].map(read));
    expect(queries).to.deep.equal([['A', 'B', 'X']]);
    expect(found.map((entry) => entry?.number)).to.deep.equal(['A', 'B', 'A', undefined]);
    expect(found[3]).to.equal(null);
  });

  it('are repeated for requests that arrive while the query is running', async () => {
    let late: Promise<Entry | null> | undefined;
    let sent = () => {};
    const asked = new Promise<void>((resolve) => {
      sent = resolve;
    });
    const first = answer;
    answer = async (numbers) => {
      if (queries.length === 1) {
        late = read('A');
        sent();
      }
      return first(numbers);
    };
    const early = read('A');
    await asked;
    expect((await early)?.number).to.equal('A');
    expect((await late)?.number).to.equal('A');
    expect(queries).to.deep.equal([['A'], ['A']]);
  });

  it('fail for all requests of the batch, and for no later one', async () => {
    const works = answer;
    answer = () => Promise.reject(new Error('out of reach'));
    const failed = await Promise.all(
      ['A', 'B'].map((number) => read(number).catch((error) => error.message)),
    );
    expect(failed).to.deep.equal(['out of reach', 'out of reach']);
    answer = works;
    expect((await read('A'))?.number).to.equal('A');
  });
});
