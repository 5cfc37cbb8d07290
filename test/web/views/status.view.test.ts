import { expect } from 'chai';
import { languages } from '../../../src/criteria/scheme.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import type { PublicWord } from '../../../src/register/publicStatus.ts';
import { validityToday } from '../../../src/register/validity.ts';
import { statusView } from '../../../src/web/views/status.view.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';

const i18n = createI18n();
const words: Record<PublicWord, boolean> = {
  active: true,
  conditional: true,
  provisional: true,
  extended: true,
  suspended: false,
  expired: false,
  terminated: false,
  withdrawn: false,
  superseded: false,
};

const on = (until: string, word: string, valid: boolean) => ({
  word: word as PublicWord,
  valid,
  until,
  periodEnd: until,
  condition: null,
});

describe('a status in words', () => {
  for (const language of languages) {
    it(`has its own word and sentence in ${language}`, () => {
      const views = Object.entries(words).map(([word, valid]) =>
        statusView(on('2029-10-31', word, valid), i18n[language]),
      );
      expect(new Set(views.map(({ word }) => word)).size).to.equal(views.length);
      expect(new Set(views.map(({ sentence }) => sentence)).size).to.equal(views.length);
    });
  }

  it('shows the tick for valid labels only', () => {
    for (const [word, valid] of Object.entries(words)) {
      const { shape, tone } = statusView(on('2029-10-31', word, valid), i18n.fr);
      expect(shape === 'tick', word).to.equal(valid);
      expect(tone === 'valid', word).to.equal(valid);
    }
  });

  it('distinguishes suspended from withdrawn by shape, not only by colour', () => {
    const shape = (word: PublicWord) => statusView(on('2029-10-31', word, false), i18n.fr).shape;
    expect([shape('suspended'), shape('withdrawn'), shape('expired')]).to.deep.equal([
      'hatched',
      'struck',
      'dash',
    ]);
  });

  it('states the last day in full', () => {
    const view = statusView(on('2029-11-01', 'active', true), i18n.fr);
    expect(view.sentence).to.equal('Ce label est valable jusqu’au 1er novembre 2029.');
  });

  it('says by when a condition has to be met, and that this day is over', () => {
    const label = { ...specimenEntry, standing: 'conditional', conditionDue: '2027-03-31' } as const;
    const view = (today: string) => statusView(validityToday(label, today), i18n.fr);
    expect(view('2027-03-31').word).to.equal('Label sous condition jusqu’au 31 mars 2027');
    expect(view('2027-03-31').sentence).to.include('Une condition reste à remplir, jusqu’au 31 mars 2027.');
    expect(view('2027-04-01').word).to.equal('Label sous condition, échéance dépassée');
    expect(view('2027-04-01').tone).to.equal('valid');
    const undated = validityToday({ ...label, conditionDue: undefined }, '2027-03-31');
    expect(statusView(undated, i18n.fr).word).to.equal('Label sous condition');
  });

  it('never shows a label that is still being issued as valid', () => {
    const status = validityToday({ ...specimenEntry, state: 'issuing' }, '2026-11-24');
    const view = statusView(status, i18n.fr);
    expect(view.shape).to.equal('dash');
    expect(view.word).to.equal('Label en préparation');
  });
});
