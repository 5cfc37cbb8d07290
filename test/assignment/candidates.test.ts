import { expect } from 'chai';
import type { Bonds, Candidate, Wanted } from '../../src/assignment/candidate.ts';
import { costOf } from '../../src/assignment/costOf.ts';
import { reasonsAgainst, type Standing } from '../../src/assignment/reasonsAgainst.ts';

const wanted: Wanted = {
  organisationId: 'O',
  sector: 'food',
  legalForm: 'cooperative',
  language: 'fr',
  themes: ['FIN', 'LUC', 'GOU', 'TRA'],
};
const best: Candidate = {
  personId: 'P',
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
    const against = (changed: Partial<Standing>) => reasonsAgainst({ ...standing, ...changed }, rule);
    expect(against({})).to.deep.equal([]);
    expect(against({ candidate: { ...best, unavailable: 'away' } })).to.deep.equal(['competent']);
    const stranger = { ...best, seat: null, unavailable: 'notAdmitted', cap: 0 } as const;
    expect(against({ candidate: stranger, place: null })).to.deep.equal(['competent']);
    expect(against({ bonds: { barring: ['kin'], other: [] } })).to.deep.equal(['noConflict']);
    expect(against({ earlier: true })).to.deep.equal(['newToThisFile']);
    expect(against({ invited: true })).to.deep.equal(['alreadyInvited']);
    expect(against({ candidate: { ...best, load: 5 } })).to.deep.equal(['underLoadCap']);
    expect(against({ team: ['peer'] })).to.deep.equal(['pairMixed']);
    expect(against({ team: ['peer', 'other'] }), 'a substitute may wait').to.deep.equal([]);
    expect(against({ team: ['peer', 'other'], place: null })).to.deep.equal(['pairMixed']);
    expect(against({ team: ['peer', 'other'], substitutes: 1 })).to.deep.equal(['enoughInvited']);
  });
});
