import { expect } from 'chai';
import fc from 'fast-check';
import type { Answer, Assessment, Facts } from '../../src/criteria/assessment.ts';
import { carryOver } from '../../src/criteria/carryOver.ts';
import type { Criterion, Level, Scheme } from '../../src/criteria/scheme.ts';
import { realScheme } from '../support/samples/realScheme.ts';

const { scheme } = realScheme();

/** The same version with some criteria changed, null for one that it does not have. */
function version(changes: Readonly<Record<string, Partial<Criterion> | null>>): Scheme {
  const criteria = scheme.criteria.flatMap((criterion): Criterion[] => {
    const change = changes[criterion.id];
    return change === null ? [] : [{ ...criterion, ...change }];
  });
  return { ...scheme, version: '9.0.0', criteria };
}

const answer = (criterion: string, said: Partial<Answer> = {}): Answer => ({
  criterion,
  level: 2,
  na: false,
  evidence: 'Statuts',
  comment: '',
  ...said,
});
const file = (
  answers: readonly Answer[],
  facts: Facts = {},
  offers: Assessment['offers'] = [],
): Assessment => ({ facts, answers, offers });
const chosen = scheme.criteria.find(({ id, number }) => !number && id === 'FIN-01') as Criterion;
const withNa = scheme.criteria.find(({ number, na }) => !number && na) as Criterion;
const counted = scheme.criteria.find(({ number }) => number && !number.noData) as Criterion;

describe('carrying answers over to another version of the criteria', () => {
  it('returns everything that was said for the same version, except the save counter', () => {
    const said = fc.record({
      criterion: fc.constantFrom(
        ...scheme.criteria
          .filter(
            ({ number, theme }) =>
              !number && scheme.themes.find(({ id }) => id === theme)?.scope === 'organisation',
          )
          .map(({ id }) => id),
      ),
      level: fc.constantFrom<Level>(0, 1, 2, 3, 4),
      na: fc.constant(false),
      evidence: fc.string(),
      comment: fc.string(),
      revision: fc.nat(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(said, { selector: ({ criterion }) => criterion }), (answers) => {
        const { assessment, retired, added } = carryOver(scheme, scheme, file(answers), 'first');
        expect(assessment.answers).to.deep.equal(answers.map(({ revision: _, ...rest }) => rest));
        expect([...retired, ...added]).to.deep.equal([]);
      }),
    );
  });

  it('never returns what the version does not ask', () => {
    const ids = scheme.criteria.map(({ id }) => id);
    fc.assert(
      fc.property(fc.subarray(ids), fc.subarray(ids), (gone, fresh) => {
        const before = version(Object.fromEntries(fresh.map((id) => [id, null])));
        const now = version(Object.fromEntries(gone.map((id) => [id, null])));
        const answers = before.criteria.map(({ id }) => answer(id));
        const { assessment, retired, added } = carryOver(before, now, file(answers), 'first');
        const asked = now.criteria.map(({ id }) => id);
        expect(assessment.answers.every(({ criterion }) => asked.includes(criterion))).to.equal(true);
        const had = before.criteria.map(({ id }) => id);
        expect(retired).to.deep.equal(had.filter((id) => gone.includes(id)));
        expect(added).to.deep.equal(asked.filter((id) => fresh.includes(id)));
      }),
    );
  });

  it('lists dropped parts only where they were answered', () => {
    const now = version({ [chosen.id]: null });
    expect(carryOver(scheme, now, file([]), 'first').retired).to.deep.equal([]);
    expect(carryOver(scheme, now, file([answer(chosen.id)]), 'first').retired).to.deep.equal([chosen.id]);
  });

  it('treats a criterion that moved to offers as another one', () => {
    const offerTheme = scheme.themes.find(({ scope }) => scope === 'offer')?.id ?? '';
    const now = version({ [chosen.id]: { theme: offerTheme } });
    const { assessment, retired, added } = carryOver(scheme, now, file([answer(chosen.id)]), 'first');
    expect(assessment.answers).to.deep.equal([]);
    expect([retired, added]).to.deep.equal([[chosen.id], [chosen.id]]);
  });

  it('claims no level that is now computed, and keeps its evidence', () => {
    const now = version({ [chosen.id]: { number: counted.number } as Partial<Criterion> });
    const [kept] = carryOver(scheme, now, file([answer(chosen.id)]), 'first').assessment.answers;
    expect(kept).to.include({ level: null, evidence: 'Statuts' });
  });

  it('keeps "not applicable" only where it is still allowed', () => {
    const na = answer(withNa.id, { level: null, na: true, evidence: '' });
    expect(carryOver(scheme, scheme, file([na]), 'first').assessment.answers).to.deep.equal([na]);
    const now = version({ [withNa.id]: { na: false } });
    expect(carryOver(scheme, now, file([na]), 'first').assessment.answers).to.deep.equal([]);
  });

  it('keeps documents, and the answers and figures of each offer under its id', () => {
    const files = ['D1', 'D2'];
    const passages = [{ document: 'D1', page: 3, quote: 'Art. 3' }];
    const given = answer('OFR-03', { files, passages });
    const offers = [{ offerId: 'O1', facts: { O00: 'food' }, answers: [given] }];
    const { assessment } = carryOver(
      scheme,
      scheme,
      file([answer(chosen.id, { files })], {}, offers),
      'first',
    );
    expect(assessment.answers[0]?.files).to.deep.equal(files);
    expect(assessment.offers).to.deep.equal(offers);
  });

  it('keeps a figure in the same unit, and an option that is still there', () => {
    const facts: Facts = { F01: 12, F99: 3 };
    const [first] = scheme.facts.filter(({ scope, unit }) => scope === 'organisation' && unit === 'CHF');
    const money = { [first?.id ?? '']: 1000 };
    const before = carryOver(scheme, scheme, file([], { ...facts, ...money }), 'first').assessment.facts;
    expect(before).to.include(money);
    expect(before).not.to.have.property('F99');
    const other = {
      ...scheme,
      facts: scheme.facts.map((rule) => (rule.id === first?.id ? { ...rule, unit: '%' as const } : rule)),
    };
    expect(carryOver(scheme, other, file([], money), 'first').assessment.facts).to.deep.equal({});
  });
});
