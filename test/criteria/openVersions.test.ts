import { expect } from 'chai';
import type { PublishedScheme, Scheme } from '../../src/criteria/scheme.ts';
import { comingAfter, openOn } from '../../src/criteria/versions.ts';
import { realScheme } from '../support/samples/realScheme.ts';

function version(id: string, changes: Partial<Scheme>): [string, PublishedScheme] {
  const published = realScheme();
  return [id, { ...published, scheme: { ...published.scheme, version: id, ...changes } }];
}

describe('which version of the criteria is open', () => {
  const cases: readonly {
    readonly of: string;
    readonly next: Partial<Scheme>;
    readonly before: readonly [open: string, coming: string | null];
    readonly from: readonly [open: string, coming: string | null];
  }[] = [
    {
      of: 'published at once',
      next: { status: 'published' },
      before: ['1.2.0', null],
      from: ['1.2.0', null],
    },
    {
      of: 'published for a later day',
      next: { status: 'published', opensOn: '2027-07-01' },
      before: ['1.1.0', '1.2.0'],
      from: ['1.2.0', null],
    },
    {
      of: 'a draft without a day',
      next: { status: 'draft' },
      before: ['1.1.0', null],
      from: ['1.1.0', null],
    },
    {
      of: 'a draft announced for a day',
      next: { status: 'draft', opensOn: '2027-07-01' },
      before: ['1.1.0', '1.2.0'],
      from: ['1.1.0', null],
    },
    {
      of: 'retired',
      next: { status: 'retired', opensOn: '2027-07-01' },
      before: ['1.1.0', null],
      from: ['1.1.0', null],
    },
  ];
  for (const { of, next, before, from } of cases) {
    it(`the next one ${of}: until the day, and on it`, () => {
      const schemes = new Map([version('1.1.0', {}), version('1.2.0', next)]);
      const on = (day: string) => [
        openOn(schemes, day).scheme.version,
        comingAfter(schemes, day)?.scheme.version ?? null,
      ];
      expect(on('2027-06-30')).to.deep.equal(before);
      expect(on('2027-07-01')).to.deep.equal(from);
    });
  }
});
