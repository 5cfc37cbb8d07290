import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import { profileShape } from '../../src/profile/profileShape.ts';
import { builtCli } from '../support/servers/builtCli.ts';

const ours = parse(readFileSync('criteria/made-in-ess/profile.yaml', 'utf8')) as Record<string, unknown>;
const faultsOf = (changed: object) =>
  (profileShape.safeParse({ ...ours, ...changed }).error?.issues ?? []).map(({ path }) => path.join('.'));

describe('the profile of a scheme', () => {
  it('is read as it is', () => {
    expect(faultsOf({})).to.deep.equal([]);
  });

  const regions = [
    { id: 'north', holidays: ['IT', 'BZ'], postcodes: [['39010', '39020']] },
    { id: 'elsewhere', holidays: ['IT', 'BZ'] },
  ];
  const wrong: readonly (readonly [what: string, changed: object, at: string])[] = [
    ['a prefix of two letters', { prefix: 'MI' }, 'prefix'],
    ['a prefix with a digit', { prefix: 'M1E' }, 'prefix'],
    ['no language', { languages: [] }, 'languages'],
    [
      'a language without words',
      { languages: [{ language: 'rm', locale: 'rm-CH' }] },
      'languages.0.language',
    ],
    ['a currency that no figure is asked in', { currency: 'USD' }, 'currency'],
    ['a time zone with other hours', { timeZone: 'Europe/London' }, 'timeZone'],
    ['no region for all other places', { regions: regions.slice(0, 1), zones: {} }, 'regions'],
    ['two of them', { regions: [...regions, { id: 'far', holidays: ['IT'] }], zones: {} }, 'regions'],
    ['a region twice', { regions: [regions[0], ...regions], zones: {} }, 'regions'],
    ['a zone of a region that is not there', { regions, zones: { all: ['south'] } }, 'zones'],
    ['a legal form that nobody knows', { legalForms: [{ id: 'guild' }] }, 'legalForms.0.id'],
    ['a key that means nothing', { colour: 'red' }, ''],
  ];
  for (const [what, changed, at] of wrong) {
    it(`is refused with ${what}`, () => {
      expect(faultsOf(changed)).to.include(at);
    });
  }

  it('is that of the scheme which SCHEME names, and of no path', () => {
    const started = (SCHEME: string) =>
      spawnSync(process.execPath, [builtCli, '--help'], {
        env: { ...process.env, SCHEME },
        encoding: 'utf8',
      });
    const outside = started('../templates');
    expect([outside.status, outside.stderr]).to.satisfy(
      ([status, said]: [number, string]) => status === 1 && said.includes('SCHEME is "../templates"'),
    );
    expect(started('nowhere').stderr).to.include('SCHEME is "nowhere": it must name a folder of criteria/');
  });
});
