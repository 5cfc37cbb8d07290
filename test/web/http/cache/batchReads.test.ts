import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import type { Entry } from '../../../../src/register/entry.ts';
import { batchReads } from '../../../../src/web/http/cache/batchReads.ts';
import { specimenEntry } from '../../../support/samples/specimenEntry.ts';

/** A promise that is kept when it is told to. */
function held(): { promise: Promise<void>; resolve(): void } {
  let resolve = () => {};
  const promise = new Promise<void>((kept) => {
    resolve = kept;
  });
  return { promise, resolve };
}

async function untilThen(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setImmediate();
}

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

  it('are shared by all requests that arrive while a query is running', async () => {
    const { promise, resolve: go } = held();
    const first = answer;
    answer = async (numbers) => {
      if (queries.length === 1) await promise;
      return first(numbers);
    };
    const early = read('A');
    await untilThen(() => queries.length === 1);
    const late = ['A', 'B'].map(read);
    await setImmediate();
    late.push(read('C'));
    go();
    expect((await early)?.number).to.equal('A');
    expect((await Promise.all(late)).map((entry) => entry?.number)).to.deep.equal(['A', 'B', 'C']);
    expect(queries).to.deep.equal([['A'], ['A', 'B', 'C']]);
  });

  it('do not wait for a query that hangs longer than their patience, which is asked once more', async () => {
    const impatient = batchReads((numbers) => {
      queries.push([...numbers]);
      return queries.length === 1 ? new Promise(() => {}) : answer(numbers);
    }, 20);
    const hung = impatient('A');
    await untilThen(() => queries.length === 1);
    expect((await impatient('B'))?.number).to.equal('B');
    expect((await hung)?.number).to.equal('A');
    expect(queries.toSorted()).to.deep.equal([['A'], ['A'], ['B']]);
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
