import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { digestFaults } from '../../src/criteria/digestFaults.ts';
import { readScheme } from '../../src/criteria/readScheme.ts';
import { allSchemes, filesOf, versionsOnDisk } from '../support/samples/realScheme.ts';

const right = JSON.parse(
  readFileSync(new URL('../../criteria/made-in-ess/digests.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>;

describe('versions of the criteria', () => {
  const schemes = [...allSchemes().values()];
  const draft = schemes.map((one) => ({ ...one, scheme: { ...one.scheme, status: 'draft' as const } }));
  const { '1.0.0': first = '', ...others } = right;
  const cases = [
    ['what was published', right, schemes, ''],
    [
      'a version that was changed',
      { ...right, '1.0.0': 'before' },
      schemes,
      '1.0.0 is no longer what was published',
    ],
    ['one without a digest', others, schemes, `add "1.0.0": "${first}"`],
    ['one that is gone', { ...right, '0.9.0': 'x' }, schemes, '0.9.0 has a digest, and no published version'],
    ['drafts', {}, draft, ''],
  ] as const;
  for (const [what, kept, found, fault] of cases)
    it(`are held against the digests that were kept: ${what}`, () => {
      const faults = digestFaults(kept, found);
      expect(faults).to.have.length(fault === '' ? 0 : 1);
      expect(faults.join()).to.include(fault);
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
