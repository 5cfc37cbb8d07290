import { expect } from 'chai';
import { byFives, oneByOne, toldFigures } from '../../../src/commands/exchange/toldFigures.ts';
import type { YearCounts } from '../../../src/commands/ports/exchangePorts.ts';
import { groupBy } from '../../../src/groupBy.ts';
import { type Sector, sectors } from '../../../src/register/sector.ts';

const nothing: YearCounts = {
  ...{ needs: 0, found: 0, conversations: 0, deals: 0, valued: 0, value: 0 },
  ...{ lastValues: [], flows: [], bodies: [] },
};
const pairs = [
  ['food', 'mobility'],
  ['food', 'culture'],
  [null, 'food'],
] as const;
const upTo = (most: number) => Array.from({ length: most + 1 }, (_, n) => n);

/** What is told of deals of three pairs of sectors, and of projects, which are in no pair. */
function toldOf(cells: readonly number[], projects: number) {
  const deals = cells.reduce((sum, n) => sum + n, projects);
  const flows = pairs.map(([buyer, seller], i) => ({
    ...{ buyer, seller, deals: cells[i] ?? 0 },
    organisations: 2 * (cells[i] ?? 0),
  }));
  return toldFigures({ ...nothing, deals, flows }, new Map(), byFives);
}

describe('what is told of a year', () => {
  it('leaves every flow that it does not tell open: it may be any number below five', () => {
    const tables = upTo(7).flatMap((a) =>
      upTo(7).flatMap((b) =>
        upTo(7).flatMap((c) => upTo(25).map((projects) => ({ cells: [a, b, c], projects }))),
      ),
    );
    const alike = groupBy(tables, ({ cells, projects }) => JSON.stringify(toldOf(cells, projects)));
    for (const [told, some] of alike) {
      const { exchanges, flows }: ReturnType<typeof toldOf> = JSON.parse(told);
      // Above, not every number of projects was tried.
      if ((exchanges.deals ?? 0) > 20) continue;
      for (const [i, [buyer, seller]] of pairs.entries()) {
        if (flows.some((flow) => flow.buyer === buyer && flow.seller === seller)) continue;
        const open = new Set(some.map(({ cells }) => cells[i]));
        expect([...open].toSorted(), told).to.deep.equal([0, 1, 2, 3, 4]);
      }
    }
  });

  it('hides a flow of many deals among few organisations', () => {
    const flow = { buyer: 'food', seller: 'mobility', deals: 9 } as const;
    const told = (organisations: number) =>
      toldFigures({ ...nothing, deals: 9, flows: [{ ...flow, organisations }] }, new Map(), byFives).flows;
    expect(told(4)).to.deep.equal([]);
    expect(told(5)).to.deep.equal([{ ...flow, deals: 5 }]);
  });

  it('tells a value anew once five more were said', () => {
    const values = upTo(30).map((n) => 2 ** n);
    const told = upTo(30).map((valued) => {
      const said = values.slice(0, valued);
      const value = said.reduce((sum, one) => sum + one, 0);
      const lastValues = said.toReversed().slice(0, 4);
      return toldFigures({ ...nothing, valued, value, lastValues }, new Map(), byFives).exchanges.value ?? 0;
    });
    for (const [i, value] of told.entries()) {
      const added = value - (told[i - 1] ?? 0);
      expect([0, 5]).to.include([...added.toString(2)].filter((bit) => bit === '1').length);
    }
    expect(told.at(-1)).to.equal(2 ** 30 - 1);
  });

  it('tells the median of a sector from five holders on; nobody else counts', () => {
    const bodies = upTo(30).map((n) => ({ id: `${n}`, deals: n }));
    const holders = (count: number) =>
      new Map(upTo(count - 1).map((n): [string, Sector | null] => [`${n}`, sectors[0]]));
    const told = (count: number) => toldFigures({ ...nothing, bodies }, holders(count), byFives).medians;
    expect(told(4)).to.deep.equal([]);
    expect(told(8)).to.deep.equal([{ sector: sectors[0], median: 3, organisations: 5 }]);
  });

  it('is told one by one to the office, but for the value of deals', () => {
    const flow = { buyer: 'food', seller: 'mobility', deals: 1, organisations: 2 } as const;
    const counted = {
      ...nothing,
      needs: 3,
      deals: 1,
      valued: 1,
      value: 900,
      lastValues: [900],
      flows: [flow],
    };
    const { exchanges, flows } = toldFigures(counted, new Map(), oneByOne);
    expect(exchanges).to.deep.equal({ needs: 3, found: 0, conversations: 0, deals: 1, value: null });
    expect(flows).to.deep.equal([{ buyer: 'food', seller: 'mobility', deals: 1 }]);
  });
});
