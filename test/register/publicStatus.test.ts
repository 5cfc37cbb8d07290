import { expect } from 'chai';
import fc from 'fast-check';
import type { LabelState, Standing } from '../../src/register/entry.ts';
import { statusOn, statusToday } from '../../src/register/publicStatus.ts';

const period = { since: '2026-11-02', until: '2029-11-01' } as const;
const label = (state: LabelState, standing: Standing = 'clean') => ({ ...period, state, standing });
const states: LabelState[] = [
  'issuing',
  'active',
  'suspended',
  'withdrawalPending',
  'extended',
  'expired',
  'withdrawn',
  'terminated',
  'superseded',
];

describe('the public status of a label', () => {
  it('follows the table of public states', () => {
    const read = (state: LabelState, standing?: Standing) =>
      statusToday(label(state, standing), '2027-01-01');
    expect(read('active')).to.deep.equal({ word: 'active', valid: true });
    expect(read('active', 'conditional')).to.deep.equal({ word: 'conditional', valid: true });
    expect(read('active', 'provisional')).to.deep.equal({ word: 'provisional', valid: true });
    expect(read('suspended')).to.deep.equal({ word: 'suspended', valid: false });
    expect(read('withdrawalPending')).to.deep.equal({ word: 'suspended', valid: false });
    expect(read('withdrawn')).to.deep.equal({ word: 'withdrawn', valid: false });
    expect(read('terminated')).to.deep.equal({ word: 'terminated', valid: false });
    expect(read('expired')).to.deep.equal({ word: 'expired', valid: false });
    expect(read('superseded')).to.deep.equal({ word: 'superseded', valid: false });
    expect(read('issuing').valid).to.equal(false);
  });

  it('is never valid after the last day, except while a renewal is pending', () => {
    expect(statusToday(label('active'), '2029-11-01').valid).to.equal(true);
    expect(statusToday(label('active'), '2029-11-02')).to.deep.equal({ word: 'expired', valid: false });
    expect(statusToday(label('extended'), '2029-11-02')).to.deep.equal({ word: 'extended', valid: true });
    const after = fc.integer({ min: 2, max: 9 }).map((n) => `203${n}-06-15`);
    fc.assert(
      fc.property(fc.constantFrom(...states), after, (state, day) => {
        if (state !== 'extended') expect(statusToday(label(state), day).valid).to.equal(false);
      }),
    );
  });

  it('of a past day is taken from the history', () => {
    const history = [
      { state: 'issuing', on: '2026-11-02' },
      { state: 'active', on: '2026-11-03' },
      { state: 'suspended', on: '2027-03-01' },
      { state: 'active', on: '2027-04-01' },
    ] as const;
    const on = (day: string) => statusOn({ ...label('active'), history }, day);
    expect(on('2026-11-01')).to.equal(null);
    expect(on('2026-11-02'), 'not yet issued').to.equal(null);
    expect(on('2026-11-03')).to.deep.equal({ word: 'active', valid: true });
    expect(on('2027-02-28')?.valid).to.equal(true);
    expect(on('2027-03-01')).to.deep.equal({ word: 'suspended', valid: false });
    expect(on('2027-03-31')?.valid).to.equal(false);
    expect(on('2027-04-01')?.valid).to.equal(true);
    expect(on('2029-11-02'), 'after its last day').to.deep.equal({ word: 'expired', valid: false });
  });

  it('of a past day has the standing of that day, whatever it is now', () => {
    const history = [
      { state: 'issuing', on: '2026-11-02', standing: 'conditional' },
      { state: 'active', on: '2026-11-02', standing: 'conditional' },
      { state: 'active', on: '2027-03-01', standing: 'provisional' },
      { state: 'suspended', on: '2027-05-01', standing: 'provisional' },
      { state: 'active', on: '2027-06-01' },
    ] as const;
    const on = (day: string) => statusOn({ ...label('active'), history }, day);
    expect(on('2027-02-28')).to.deep.equal({ word: 'conditional', valid: true });
    expect(on('2027-03-01')).to.deep.equal({ word: 'provisional', valid: true });
    expect(on('2027-05-01')).to.deep.equal({ word: 'suspended', valid: false });
    expect(on('2027-06-01')).to.deep.equal({ word: 'active', valid: true });
  });
});
