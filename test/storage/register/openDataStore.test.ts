import { expect } from 'chai';
import type { Store } from '../../../src/commands/ports/ports.ts';
import type { Entry } from '../../../src/register/entry.ts';
import { labelNumber } from '../../../src/register/number.ts';
import { createBulk } from '../../../src/storage/register/createBulk.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';

const entry = (running: number, also: Partial<Entry> = {}): Entry => ({
  ...specimenEntry,
  number: labelNumber(2026, running),
  ...also,
});

describe('storage/openDataStore', () => {
  let web: TestWeb;
  let store: Store;
  before(async () => {
    web = await testWeb('open-data-store');
    store = web.deps.store;
  });
  after(() => web.stop());

  /** Takes over what changed until `isOver`, like a reader that never rests. */
  const follow = async (isOver: () => boolean): Promise<Map<string, Entry>> => {
    const copy = new Map<string, Entry>();
    for (let [since, last] = [0, false]; ; ) {
      const found = await store.changesAfter(since, 3);
      for (const { entry } of found) copy.set(entry.number, entry);
      since = found.at(-1)?.change ?? since;
      if (found.length === 0 && last) return copy;
      last = isOver();
    }
  };

  it('hides no change behind a later one under concurrent writes', async () => {
    let over = false;
    const copy = follow(() => over);
    const writers = Array.from({ length: 6 }, async (_, writer) => {
      for (let i = 0; i < 6; i += 1) {
        if (writer === 0) await createBulk(web.connection).addEntries([entry(500 + i), entry(600 + i)]);
        else await web.publish(entry(i, { acceptsLeman: writer % 2 === 0, language: i % 2 ? 'fr' : 'de' }));
      }
    });
    await Promise.all(writers);
    over = true;
    const whole = await store.entriesAfter('', 100);
    expect(whole).to.have.length(18);
    const byNumber = [...(await copy).values()].sort((a, b) => (a.number < b.number ? -1 : 1));
    expect(byNumber).to.deep.equal(whole);
    expect(await store.newestChange()).to.equal(6 * 2 + 5 * 6);
  });

  it('keeps the change number out of the entry', async () => {
    const [first] = await store.changesAfter(0, 1);
    expect(first?.entry).to.not.have.property('change');
    expect(await store.entry(entry(1).number)).to.not.have.property('change');
  });

  it('counts labels, and reads them by number from any position', async () => {
    expect(await store.countEntries()).to.equal(18);
    expect((await store.entryStamps(1, 1)).map(({ number }) => number)).to.deep.equal([entry(1).number]);
  });
});
