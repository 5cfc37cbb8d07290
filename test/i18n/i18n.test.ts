import { expect } from 'chai';
import { languages } from '../../src/criteria/scheme.ts';
import { createI18n } from '../../src/i18n/i18n.ts';
import { loadLocale } from '../../src/i18n/loadLocales.ts';
import { projectFile } from '../../src/projectFile.ts';

describe('the messages of a language', () => {
  const i18n = createI18n();

  it('throw for an unknown key, so that no page shows a key', () => {
    for (const language of languages) expect(() => i18n[language].tOf('pages.nowhere')).to.throw();
    expect(() => i18n.fr.tOf('faults.tooLong'), 'a placeholder without its value').to.throw();
  });

  it('write dates in full, with the first of a month as usual in the language', () => {
    const dates = languages.map((language) => i18n[language].date('2026-11-01'));
    expect(dates).to.deep.equal([
      '1er novembre 2026',
      '1. November 2026',
      '1º novembre 2026',
      '1 November 2026',
    ]);
    expect(i18n.fr.date('2026-11-11')).to.equal('11 novembre 2026');
    expect(i18n.fr.date('2026-11-24T23:30:00.000Z'), 'the day in Geneva').to.equal('25 novembre 2026');
  });

  it('keep a figure on the line of its unit', () => {
    const parted = /[\d}#] (?:[KMG]o|[kKMG]B|km|cm|px|min)(?!\p{L})/u;
    const folder = projectFile('templates/locales/');
    for (const language of languages)
      expect(
        Object.values(loadLocale(folder, language).messages).filter((one) => parted.test(one)),
      ).to.deep.equal([]);
    expect(i18n.fr.t('evidence.bytes.KB', { size: 16 })).to.equal('16\u00a0Ko');
  });

  it('elide Italian articles before the eighth and the eleventh', () => {
    const lines = ['2027-01-08', '2027-01-11', '2027-01-18'].map((day) =>
      i18n.it.t('papers.decision.sign', { due: i18n.it.date(day) }),
    );
    expect(lines).to.deep.equal([
      'Firmate la convenzione al più tardi l’8 gennaio 2027.',
      'Firmate la convenzione al più tardi l’11 gennaio 2027.',
      'Firmate la convenzione al più tardi il 18 gennaio 2027.',
    ]);
    const due = i18n.it.date('2027-01-11');
    expect(i18n.it.t('papers.decision.until.refusal', { due })).to.include('fino all’11 gennaio');
  });

  it('write numbers as usual in the country', () => {
    expect(i18n.de.number(1234567.89)).to.equal('1’234’567.9');
    expect(i18n.en.number(1234567.891, 2)).to.equal('1,234,567.89');
    expect(i18n.fr.number(1234.5), 'as the criteria write 8’600 CHF').to.equal('1’234,5');
    expect(i18n.it.number(12_345.6)).to.equal('12’345.6');
    expect(i18n.fr.t('faults.tooLong', { max: 12_000 })).to.include('12’000');
    expect(i18n.fr.t('faults.tooLong', { max: 1_200_000 })).to.include('1’200’000');
    expect(i18n.fr.number(84.4, 0)).to.equal('84');
  });

  it('say whether a native speaker reviewed them; French binds', () => {
    expect(i18n.fr.reviewed).to.equal(true);
    for (const language of languages) expect(i18n[language].reviewed).to.be.a('boolean');
  });
});
