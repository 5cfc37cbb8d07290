import { expect } from 'chai';
import type { ApplicantFile } from '../../../../src/commands/application/views/viewApplication.ts';
import type { SelfAssessment } from '../../../../src/commands/items/items.ts';
import type { Answer, Facts } from '../../../../src/criteria/assessment.ts';
import { createI18n } from '../../../../src/i18n/i18n.ts';
import { choiceValues } from '../../../../src/web/application/answers/choices.form.ts';
import { criterionForm } from '../../../../src/web/application/answers/criterion.view.ts';
import { versionTokenOf } from '../../../../src/web/application/answers/versionTokens.view.ts';
import { realScheme } from '../../../support/samples/realScheme.ts';

const words = createI18n();
const published = realScheme('1.0.0');

function view(
  id: string,
  facts: Facts = {},
  answer: Partial<Answer> = {},
  offerId = '',
  language: 'fr' | 'de' = 'fr',
) {
  const criterion = published.scheme.criteria.find((one) => one.id === id);
  if (!criterion) throw new Error(`${id} is not there`);
  const given = { criterion: id, level: null, na: false, evidence: '', comment: '', ...answer };
  const file = { application: { id: 'A-1' }, assessment: {}, published } as unknown as ApplicantFile;
  const answers: SelfAssessment['answers'] = Object.keys(answer).length > 0 ? [given] : [];
  return criterionForm(criterion, file, { offerId, answers, facts, cycle: 'first' }, words[language]);
}

describe('one criterion to answer', () => {
  it('offers the five levels in order, marks the required one, then "not applicable" where allowed', () => {
    const { choices, figures, result, mandatory } = view('GOU-02');
    expect(choices?.map(({ value }) => value)).to.deep.equal(['0', '1', '2', '3', '4', 'na']);
    expect(choices?.at(-1)?.text).to.include('personne seule à son compte');
    expect([figures, result, mandatory]).to.deep.equal([null, null, undefined]);
    const due = view('FIN-01');
    expect(due.choices?.filter(({ text }) => text !== '').map(({ value }) => value)).to.deep.equal(['2']);
    expect([due.mandatory?.due, due.evidenceDue]).to.deep.equal([true, true]);
    expect(view('LUC-04').mandatory?.due, 'from the renewal on').to.equal(false);
  });

  it('shows the figures of a computed one, without a choice', () => {
    const { choices, figures, result } = view('LUC-02', { F08: 60_000, F09: 600 });
    expect([figures?.formula, figures?.value, choices]).to.deep.equal(['600 ÷ 60’000', '1\u00a0%', null]);
    expect(result).to.equal('3 · 2\u00a0% au plus');
    expect(figures?.bar?.marker?.text).to.equal('1 %');
  });

  it('keeps "not applicable" beside the computed level where allowed, with the figures', () => {
    const { choices, figures } = view('LUC-03', { F10: 8400, F11: 4300 }, { na: true });
    expect(choices?.map(({ value, title }) => [value, title])).to.deep.equal([
      ['figures', '4 · 2 fois au plus'],
      ['na', 'Sans objet'],
    ]);
    expect(figures?.value).to.equal('1,95');
  });

  it('names missing figures and links to them', () => {
    const { figures, result } = view('LUC-02', { F08: 60_000 });
    expect(figures?.missing.map(({ href }) => href)).to.deep.equal(['/fr/applications/A-1/figures#F09']);
    expect([figures?.value, result]).to.deep.equal(['', null]);
    expect(view('OFR-02', {}, {}, 'OFFER').figures?.missing.map(({ href }) => href)).to.deep.equal(['#O03']);
  });

  it('asks where the figures do not decide, or shows the only level', () => {
    const loss = view('LUC-01', { F06: -500, F07: 0 });
    expect(loss.choices?.map(({ value }) => value)).to.deep.equal(['1', '2']);
    expect([loss.figures?.bar, loss.result]).to.deep.equal([null, null]);
    expect(loss.figures?.notes[0]).to.include('Sans bénéfice sur 3 ans');
    const none = view('LUC-02', { F08: 0, F09: 0 });
    expect([none.choices, none.result]).to.deep.equal([null, '4 · 0\u00a0%']);
  });

  it('says why a level is capped, and uses the thresholds of the offer type', () => {
    const held = view('OFR-01', { O00: 'food', O01: 100, O02: 90, O04: 'no' }, {}, 'OFFER');
    expect([held.result?.slice(0, 1), held.figures?.notes.length]).to.deep.equal(['1', 1]);
    expect(held.figures?.bar?.ticks.map(({ text }) => text)).to.deep.equal(['60 %', '80 %', '90 %', '100 %']);
    expect(view('OFR-02', { O03: 92 }, {}, 'OFFER').figures?.formula, 'a figure alone').to.equal('');
  });

  it('writes numbers as its language does', () => {
    expect(view('LUC-03', { F10: 8400, F11: 4300 }, {}, '', 'de').figures).to.deep.include({
      formula: '8’400 ÷ 4’300',
      value: '1.95',
    });
  });

  it('accepts only what it offers in some case', () => {
    const of = (id: string) => {
      const criterion = published.scheme.criteria.find((one) => one.id === id);
      return criterion && choiceValues(criterion);
    };
    expect(of('FIN-01')).to.deep.equal(['0', '1', '2', '3', '4']);
    expect(of('LUC-01')).to.deep.equal(['1', '2', 'figures']);
    expect(of('LUC-03')).to.deep.equal(['figures', 'na']);
    expect(of('FIN-02')).to.deep.equal(['figures']);
  });
});

describe('the version token of a form', () => {
  it('is the same for the same content in any order, and differs otherwise', () => {
    expect(versionTokenOf({ a: 1, b: [1, 2] })).to.equal(versionTokenOf({ b: [1, 2], a: 1 }));
    const others = [undefined, null, {}, { a: 1 }, { a: '1' }, { a: 1, b: null }, [1, 2], [2, 1], 'a', ''];
    expect(new Set(others.map(versionTokenOf)).size).to.equal(others.length);
  });
});
