import { expect } from 'chai';
import { blockersOf, type Standing } from '../../src/assignment/blockers.ts';
import type { Bonds, Candidate, Wanted } from '../../src/assignment/candidate.ts';
import { costOf } from '../../src/assignment/costOf.ts';

const wanted: Wanted = {
  organisationId: 'O',
  sector: 'food',
  legalForm: 'cooperative',
  language: 'fr',
  themes: ['FIN', 'LUC', 'GOU', 'TRA'],
};
const best: Candidate = {
  seat: 'peer',
  sector: 'culture',
  themes: wanted.themes,
  sectors: ['food'],
  legalForms: ['cooperative'],
  languages: ['fr'],
  unavailable: null,
  load: 0,
  cap: 5,
};
const free: Bonds = { barring: [], other: [] };
const rule = { peers: 1, others: 1, size: 2 };

describe('a candidate for a file', () => {
  const cost = (changed: Partial<Candidate>, bonds = free) =>
    costOf({ ...best, ...changed }, bonds, wanted).cost;

  it('costs nothing where everything fits', () => {
    const { cost: none, reasons } = costOf(best, free, wanted);
    expect(none).to.equal(0);
    const aspects = ['language', 'sector', 'themes', 'legalForm', 'load', 'distance'];
    expect(reasons.map(({ aspect }) => aspect)).to.deep.equal(aspects);
  });

  it('costs more for each thing that does not fit, with its own reason', () => {
    expect(cost({ languages: ['de'] })).to.equal(40);
    expect(cost({ sectors: [] })).to.equal(20);
    expect(cost({ sectors: [], sector: 'food' }), 'their own field is known').to.equal(0);
    expect(cost({ legalForms: [] })).to.equal(10);
    expect(cost({ themes: ['FIN'] })).to.equal(15);
    expect(cost({ load: 2 })).to.equal(12);
    expect(cost({ load: 9 }), 'never more than a whole load').to.equal(30);
    expect(cost({}, { barring: [], other: ['client'] })).to.equal(25);
    const { reasons } = costOf({ ...best, load: 2, themes: ['FIN'] }, free, wanted);
    expect(reasons.filter((reason) => reason.cost > 0)).to.deep.equal([
      { aspect: 'themes', cost: 15, count: 1, of: 4 },
      { aspect: 'load', cost: 12, count: 2, of: 5 },
    ]);
  });

  it('is excluded for each reason to exclude, by the names of the guards', () => {
    const standing: Standing = {
      candidate: best,
      bonds: free,
      place: 'peer',
      earlier: false,
      invited: false,
      team: ['other'],
      substitutes: 0,
    };
    const blockers = (changed: Partial<Standing>) => blockersOf({ ...standing, ...changed }, rule);
    expect(blockers({})).to.deep.equal([]);
    expect(blockers({ candidate: { ...best, unavailable: 'away' } })).to.deep.equal(['competent']);
    const stranger = { ...best, seat: null, unavailable: 'notAdmitted', cap: 0 } as const;
    expect(blockers({ candidate: stranger, place: null })).to.deep.equal(['competent']);
    expect(blockers({ bonds: { barring: ['kin'], other: [] } })).to.deep.equal(['noConflict']);
    expect(blockers({ earlier: true })).to.deep.equal(['newToThisFile']);
    expect(blockers({ invited: true })).to.deep.equal(['alreadyInvited']);
    expect(blockers({ candidate: { ...best, load: 5 } })).to.deep.equal(['underLoadCap']);
    expect(blockers({ team: ['peer'] })).to.deep.equal(['pairMixed']);
    expect(blockers({ team: ['peer', 'other'] }), 'a substitute may wait').to.deep.equal([]);
    expect(blockers({ team: ['peer', 'other'], place: null })).to.deep.equal(['pairMixed']);
    expect(blockers({ team: ['peer', 'other'], substitutes: 1 })).to.deep.equal(['enoughInvited']);
  });
});
