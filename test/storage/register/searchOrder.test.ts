import { expect } from 'chai';
import { random } from '../../../src/cli/seed/random.ts';
import type { Cursor } from '../../../src/commands/ports/registerPorts.ts';
import { ranks } from '../../../src/register/searchRow.ts';
import type { StoredSearchRow } from '../../../src/storage/register/registerSearch.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { entryNumbered, insertEntries } from '../../support/samples/insertEntries.ts';

/** So few that any of them meet in many entries, and in each of the three places. */
const vocabulary = ['pain', 'miel', 'velo', 'lait', 'bois', 'toit'] as const;

describe('the order of a search of several words', () => {
  let service: TestService;
  before(async () => {
    service = await testService('search-order');
    const chance = random(7);
    const words = (n: number) => Array.from({ length: n }, () => chance.pick(vocabulary)).join(' ');
    const entries = Array.from({ length: 80 }, (_, i) =>
      entryNumbered(i + 1, {
        name: words(1 + (i % 2)),
        offers: [{ name: words(1), sheet: words(i % 3) }],
        state: i % 5 === 0 ? 'suspended' : 'active',
      }),
    );
    await insertEntries(service.connection, entries);
  });
  after(() => service.stop());

  it('is that of all rows compared one by one, whatever the words', async () => {
    const { store } = service.deps;
    const rows = await service.connection.collection<StoredSearchRow>('searchRows').find().toArray();
    const asked = vocabulary.flatMap((a, i) =>
      vocabulary.slice(i + 1).flatMap((b) => [[a, b], ...vocabulary.map((c) => [a, b, c])]),
    );
    let found = 0;
    for (const words of asked) {
      const known = await Promise.all(words.map((word) => store.knownTerms([word])));
      const question = { words: known, filters: [], validOn: null };
      const answer = await store.searchPage(question, { from: null, back: false, limit: 200 });
      expect(answer, words.join(' ')).to.deep.equal(compared(rows, words));
      found += answer.length;
    }
    expect(found).to.be.above(300);
  });
});

function compared(rows: readonly StoredSearchRow[], words: readonly string[]): Cursor[] {
  const cursors = rows.flatMap(({ _id, holds, words: has }) => {
    const places = words.map((word) => ranks.find((rank) => has.includes(`${rank}${word}`)));
    const rank = ranks.findLast((one) => places.includes(one));
    return rank && !places.includes(undefined) ? [{ at: '', rank, holds, number: _id }] : [];
  });
  return cursors.sort(
    (a, b) =>
      a.rank.localeCompare(b.rank) || Number(b.holds) - Number(a.holds) || b.number.localeCompare(a.number),
  );
}
