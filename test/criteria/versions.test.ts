import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { readScheme } from '../../src/criteria/readScheme.ts';
import { filesOf, versionsOnDisk } from '../support/samples/realScheme.ts';

const pinned: unknown = JSON.parse(
  readFileSync(new URL('../golden/scheme-digests.json', import.meta.url), 'utf8'),
);

describe('versions of the criteria', () => {
  it('each match a pinned digest: a published version never changes', () => {
    const found = versionsOnDisk().map((version) => [version, readScheme(filesOf(version)).digest]);
    expect(Object.fromEntries(found)).to.deep.equal(pinned);
  });

  for (const version of versionsOnDisk()) {
    it(`${version} is complete in every language and stands in the folder of its name`, () => {
      const { scheme } = readScheme(filesOf(version));
      expect(`${scheme.id}/${scheme.version}`).to.equal(version);
    });
  }

  it('1.0.0 has the counts that the chamber was shown', () => {
    const { scheme } = readScheme(filesOf('made-in-ess/1.0.0'));
    const minimums = scheme.criteria.filter((rule) => rule.minimum !== undefined);
    const basis = (letter: string): number => scheme.criteria.filter((rule) => rule.basis === letter).length;
    expect(scheme.criteria).to.have.length(35);
    expect(scheme.criteria.filter((rule) => rule.theme === 'OFR')).to.have.length(5);
    expect(minimums).to.have.length(12);
    expect(minimums.filter((rule) => rule.minimum?.due === 'renewal').map((rule) => rule.id)).to.deep.equal([
      'LUC-04',
      'ENV-01',
    ]);
    expect([basis('S'), basis('A'), basis('P')]).to.deep.equal([3, 25, 7]);
  });
});
