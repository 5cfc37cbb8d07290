import { expect } from 'chai';
import { makeYearReport } from '../../../src/issuing/paper/yearReport.ts';
import { yearReportSample } from '../../support/samples/yearReportSample.ts';
import { wordsOf } from '../readPdf.ts';

describe('the report of a year', () => {
  it('says every figure that was published, by its step, theme and sector', async () => {
    const text = wordsOf(await makeYearReport(yearReportSample('fr')));
    for (const said of [
      'Rapport de l’année 2026',
      'Compté jusqu’au 31 décembre 2026',
      'Vérifier que le dossier est complet',
      '31 jours ouvrables',
      '52 jours ouvrables',
      '0,71, sur 25 dossiers',
    ])
      expect(text).to.include(said);
    expect(text.match(/88/g)).to.have.length(yearReportSample('fr').figures.themes.length);
  });

  it('says where there is too little, and is the same each time', async () => {
    const few = yearReportSample('de', false);
    const made = await makeYearReport(few);
    const text = wordsOf(made);
    expect(text).to.include('unter fünf').and.include('Zu wenige, um sie zu veröffentlichen.');
    expect(made.equals(await makeYearReport(few))).to.equal(true);
  });
});
