import { expect } from 'chai';
import type { Assessment } from '../../src/criteria/assessment.ts';
import type { Scheme } from '../../src/criteria/scheme.ts';
import { impactOf, withLevels } from '../../src/scoring/impact.ts';
import { marksOf } from '../../src/scoring/marks.ts';
import { realScheme } from '../support/samples/realScheme.ts';

const { scheme } = realScheme();

/** Everything answered at one level; computed criteria follow the figures, of which there are none. */
function answeredAt(level: 0 | 1 | 2 | 3 | 4): Assessment {
  const answers = scheme.criteria
    .filter(({ number, theme }) => !number && theme !== 'OFR')
    .map(({ id }) => ({ criterion: id, level, na: false, evidence: '', comment: '' }));
  return { facts: {}, answers, offers: [] };
}

function changed(change: (scheme: Scheme) => Partial<Scheme>): Scheme {
  return { ...scheme, version: '9.0.0', ...change(scheme) };
}

const plain = scheme.criteria.find(({ number, minimum, theme }) => !number && !minimum && theme !== 'OFR');

describe('what other rules mean for a file', () => {
  it('is nothing under the same rules', () => {
    const impact = impactOf(
      scheme,
      changed(() => ({})),
      answeredAt(3),
      'renewal',
    );
    expect(impact).to.deep.equal({ lost: [], toAnswer: [], retired: [] });
  });

  it('names a minimum that was raised, and only where the file is below it', () => {
    const raised = changed(({ criteria }) => ({
      criteria: criteria.map((one) =>
        one.id === plain?.id ? { ...one, minimum: { level: 3, due: 'first' as const } } : one,
      ),
    }));
    const lost = (level: 2 | 3) => impactOf(scheme, raised, answeredAt(level), 'renewal').lost;
    expect(lost(2)).to.deep.equal([{ offerId: '', kind: 'mandatory', id: plain?.id }]);
    expect(lost(3)).to.deep.equal([]);
  });

  it('names the threshold and the floors that were raised', () => {
    const higher = changed(({ thresholds }) => ({
      thresholds: {
        ...thresholds,
        organisation: { ...thresholds.organisation, renewal: { overall: 80, themeFloor: 76 } },
      },
    }));
    const { lost } = impactOf(scheme, higher, answeredAt(3), 'renewal');
    expect(lost.filter(({ kind }) => kind === 'overall')).to.have.length(1);
    expect(lost.filter(({ kind }) => kind === 'floor')).to.have.length(
      scheme.themes.filter(({ scope }) => scope === 'organisation').length,
    );
  });

  it('names a failure of today no second time', () => {
    const low = answeredAt(1);
    expect(
      impactOf(
        scheme,
        changed(() => ({})),
        low,
        'renewal',
      ).lost,
    ).to.deep.equal([]);
  });

  it('asks for what is new, and counts it neither for nor against', () => {
    const id = 'ENV-99';
    const wider = changed(({ criteria }) => ({
      criteria: [
        ...criteria,
        { ...(plain as Scheme['criteria'][number]), id, theme: 'ENV', minimum: { level: 2, due: 'first' } },
      ],
    }));
    const { lost, toAnswer } = impactOf(scheme, wider, answeredAt(3), 'renewal');
    expect({ lost, toAnswer }).to.deep.equal({ lost: [], toAnswer: [{ offerId: '', criterion: id }] });
  });

  it('takes the levels that were settled, not those that were claimed', () => {
    const claimed = answeredAt(4);
    const marks = {
      organisation: claimed.answers.map(({ criterion }) => ({ criterion, level: 1 as const })),
      offers: [],
    };
    const settled = withLevels(claimed, marks);
    expect(marksOf(scheme, 'renewal', settled).organisation.every(({ level }) => level === 1)).to.equal(true);
  });
});
