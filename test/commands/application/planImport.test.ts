import { expect } from 'chai';
import type { ImportMode } from '../../../src/commands/application/transfer/line.ts';
import { planImport } from '../../../src/commands/application/transfer/planImport.ts';
import type { SelfAssessment } from '../../../src/commands/items/items.ts';
import { rulesFor } from '../../../src/criteria/fileRules.ts';
import type { PublishedScheme } from '../../../src/criteria/scheme.ts';
import { entriesOf } from '../../../src/web/application/transfer/entries.form.ts';
import { linesOf } from '../../../src/web/application/transfer/lines.form.ts';
import { realScheme } from '../../support/samples/realScheme.ts';

const published = realScheme();
const { scheme } = published;
const columns = ['kind', 'offer', 'id', 'value', 'na', 'evidence', 'comment'];
const bread = { name: 'Pain', type: 'food', sheet: 'Fiche' } as const;
const copy: SelfAssessment = {
  applicationId: 'A',
  revision: 1,
  facts: { F01: 4 },
  answers: [
    { criterion: 'GOU-01', level: 2, na: false, evidence: '', comment: 'Là', files: ['d1'], revision: 3 },
  ],
  offers: [
    { offerId: 'a', facts: { O00: 'food' }, answers: [] },
    { offerId: 'b', facts: { O00: 'food' }, answers: [] },
  ],
  offersNamed: [
    { id: 'a', ...bread },
    { id: 'b', ...bread },
  ],
  showScores: false,
};

/** The plan of a table, and its outcome line by line. */
function planOf(
  rows: readonly (readonly (string | number)[])[],
  mode: ImportMode = 'fill',
  written = published,
  assessment = copy,
) {
  const table = [columns, ...rows].map((cells, i) => ({ row: i + 1, cells }));
  const file = linesOf(entriesOf({ kind: 'xlsx', rows: table }));
  const plan = planImport(file, { assessment, published: rulesFor(published, null), written, mode });
  return { ...plan, said: plan.lines.map(({ outcome, fault }) => fault?.code ?? outcome) };
}

describe('the plan of an import', () => {
  it('fills empty answers and leaves existing ones and their documents', () => {
    const { said, answers } = planOf([['answer', '', 'GOU-01', 4, '', 'Statuts', 'Autre']]);
    expect(said).to.deep.equal(['new']);
    expect(answers).to.deep.equal([
      {
        offer: 0,
        answer: { ...copy.answers[0], level: 2, evidence: 'Statuts', comment: 'Là' },
        before: copy.answers[0],
      },
    ]);
  });

  it('replaces what the file states when asked to, and nothing that the file leaves empty', () => {
    const { said, answers } = planOf([['answer', '', 'GOU-01', 4, '', '', '']], 'replace');
    expect(said).to.deep.equal(['replaced']);
    expect(answers[0]?.answer).to.deep.equal({ ...copy.answers[0], level: 4 });
  });

  it('matches offers by name in order, and adds the surplus one', () => {
    const offer = (n: number) => Object.entries(bread).map(([id, value]) => ['offer', n, id, value]);
    const { offers, facts, said } = planOf([...offer(1), ...offer(2), ...offer(3), ['fact', 2, 'O01', 12]]);
    expect(offers.map(({ known }) => known?.id ?? 'new')).to.deep.equal(['a', 'b', 'new']);
    expect(facts.get(2)).to.deep.equal({ O01: 12 });
    expect(said).to.deep.equal([...Array(6).fill('same'), ...Array(3).fill('new'), 'new']);
  });

  it('leaves a figure far from the previous one to be typed by hand', () => {
    expect(planOf([['fact', '', 'F01', 400]], 'replace').said).to.deep.equal(['jump']);
    expect(planOf([['fact', '', 'F01', 5]], 'replace').said).to.deep.equal(['replaced']);
  });

  it('refuses a part greater than its total, and accepts the other figures', () => {
    const part = scheme.facts.find(({ partOf }) => partOf === 'F01')?.id ?? '';
    const { said, facts } = planOf([
      ['fact', '', part, 9],
      ['fact', '', 'F03', 0],
    ]);
    expect(said[0]).to.equal('partAboveWhole');
    expect(facts.get(0)).to.not.have.property(part);
  });

  it('accepts "not applicable" only where the figures of file or copy allow it', () => {
    const na = (id: string) => ['answer', '', id, '', 'x', '', 'Personne d’autre n’est payé.'];
    const paid = (n: number) => ['fact', '', 'F02', n];
    const table = [
      ['its figure is given nowhere', {}, [na('LUC-03')], 'naFigureMissing'],
      ['the figure of the copy holds', { F02: 1 }, [na('LUC-03')], 'new'],
      ['the figure of the copy contradicts it', { F02: 12 }, [na('LUC-03')], 'naContradicted'],
      ['the figure of the file holds', {}, [na('LUC-03'), paid(1)], 'new'],
      ['the figure of the file contradicts it', {}, [na('LUC-03'), paid(12)], 'naContradicted'],
      ['never', { F02: 1 }, [na('FIN-01')], 'naNotAllowed'],
    ] as const;
    for (const [name, facts, rows, outcome] of table) {
      const plan = planOf(rows, 'fill', published, { ...copy, facts });
      expect(plan.said[0], name).to.equal(outcome);
      expect(plan.answers.length, name).to.equal(outcome === 'new' ? 1 : 0);
    }
  });

  it('reports what is gone or has another meaning in another version', () => {
    const [first, second] = scheme.criteria;
    const old: PublishedScheme = {
      ...published,
      scheme: {
        ...scheme,
        version: '0.9.0',
        criteria: [
          ...scheme.criteria.map((one) => (one === first ? { ...one, na: !one.na } : one)),
          { ...(second ?? scheme.criteria[0]), id: 'OLD-01' } as (typeof scheme.criteria)[number],
        ],
      },
    };
    const row = (id = '') => ['answer', '', id, '', '', '', 'Oui'];
    const { said } = planOf([row('OLD-01'), row(first?.id), row(second?.id), row('NEW-99')], 'fill', old);
    expect(said).to.deep.equal(['retired', 'changedRule', 'new', 'unknownCriterion']);
  });
});
