import { expect } from 'chai';
import type { Entry } from '../../../../src/register/entry.ts';
import { EntryCache } from '../../../../src/web/http/cache/entryCache.ts';
import { createFreshness } from '../../../../src/web/http/cache/freshness.ts';
import { type FakeWatch, fakeWatch } from '../../../support/run/fakeWatch.ts';
import { specimenEntry } from '../../../support/samples/specimenEntry.ts';

const noon = Date.parse('2026-11-26T11:00:00.000Z');

describe('the entry cache', () => {
  let now: number;
  let watch: FakeWatch;
  let reads: string[];
  let read: (number: string) => Promise<Entry | null>;
  let entries: EntryCache;

  beforeEach(() => {
    now = noon;
    watch = fakeWatch(noon);
    reads = [];
    read = async (number) => (number === 'A' ? specimenEntry : null);
    entries = new EntryCache(
      (number) => {
        reads.push(number);
        return read(number);
      },
      watch,
      createFreshness({ now: () => new Date(now) }, watch),
    );
  });

  it('reads an entry once, until it changes', async () => {
    await entries.entry('A');
    await entries.entry('A');
    watch.change('B');
    await entries.entry('A');
    expect(reads).to.deep.equal(['A']);
    watch.change('A');
    await entries.entry('A');
    expect(reads).to.deep.equal(['A', 'A']);
  });

  it('reads an entry once for all concurrent requests', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => entries.entry('A')));
    expect(reads).to.deep.equal(['A']);
    expect(new Set(all.map(({ entry }) => entry))).to.deep.equal(new Set([specimenEntry]));
  });

  it('caches an unknown number until any label is new', async () => {
    expect((await entries.entry('X')).entry).to.equal(null);
    await entries.entry('X');
    expect(reads).to.deep.equal(['X']);
    watch.change('Y');
    await entries.entry('X');
    expect(reads).to.deep.equal(['X', 'X']);
  });

  it('does not keep an entry that changed during the read', async () => {
    const reading = entries.entry('A');
    watch.change('A');
    await reading;
    await entries.entry('A');
    expect(reads).to.deep.equal(['A', 'A']);
  });

  it('serves entries with their age without news of the register, for ten minutes', async () => {
    await entries.entry('A');
    now = noon + 60_000;
    read = () => Promise.reject(new Error('out of reach'));
    expect(await entries.entry('A')).to.deep.equal({ entry: specimenEntry, asOf: new Date(noon) });
    const other = await entries.entry('B').catch((error: Error) => error.message);
    expect(other).to.equal('out of reach');
    now = noon + 600_000;
    const late = await entries.entry('A').catch((error: Error) => error.message);
    expect(late).to.equal('out of reach');
  });

  it('does not reuse a failed read', async () => {
    read = () => Promise.reject(new Error('out of reach'));
    await entries.entry('A').catch(() => {});
    read = async () => specimenEntry;
    expect((await entries.entry('A')).entry).to.equal(specimenEntry);
  });
});
