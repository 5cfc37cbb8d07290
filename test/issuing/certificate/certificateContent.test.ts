import { expect } from 'chai';
import type { CertificatePaper } from '../../../src/commands/items/papers.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { makeCertificate } from '../../../src/issuing/certificate/certificate.ts';
import { readPdf } from '../readPdf.ts';
import { manyOffers, sample, themeScores } from './certificateSample.ts';

const seal = { name: 'Made in ESS', timestamped: false };
const read = async (change: Partial<CertificatePaper> = {}) =>
  readPdf(await makeCertificate(sample(change), { seal }));

describe('issuing/certificate, its content', () => {
  it('shows no points where the holder did not agree', async () => {
    const pdf = await read();
    expect(pdf.with('/S /Table')).deep.equal([]);
    expect(pdf.textOf(0)).not.include('Points obtenus par thème, sur 100');
  });

  it('shows the points of each theme as a table whose heads are those of rows', async () => {
    const pdf = await read({ scores: themeScores });
    expect(pdf.pages).lengthOf(1);
    expect(pdf.with('/S /Caption')).lengthOf(1);
    const heads = pdf.with('/S /TH\n');
    expect(heads).lengthOf(8);
    for (const { head } of heads) expect(head).include('/Scope /Row');
    expect(pdf.with('/S /TD\n')).lengthOf(8);
    const lines = pdf.textOf(0);
    for (const { name, score } of themeScores) {
      expect(lines[lines.indexOf(name) + 1], name).equal(String(Math.round(score)));
    }
  });

  it('prints the points once, on a later page when the first has no room', async () => {
    for (const offers of [manyOffers.slice(0, 12), manyOffers, [...manyOffers, ...manyOffers]]) {
      const pdf = await read({ offers, scores: themeScores });
      expect(pdf.with('/S /Table')).lengthOf(1);
      expect(pdf.with('/S /LI')).lengthOf(offers.length);
      const last = pdf.pages.length - 1;
      expect(pdf.textOf(0)).include(`Page 1 sur ${last + 1}`);
      expect(pdf.textOf(0)).not.include('Transparence');
      expect(pdf.textOf(last)).include('Transparence');
    }
  });

  it('fits a name of 120 characters and six offers with the points on a page', async () => {
    for (const organisation of ['W'.repeat(120), `Association ${'pour la terre '.repeat(7)}d’ici, ville`]) {
      const pdf = await read({ organisation, offers: manyOffers.slice(0, 6), scores: themeScores });
      expect(pdf.pages, organisation).lengthOf(1);
      expect(pdf.textOf(0)).include('Transparence');
    }
  });

  it('names a revision from the second one, and a provisional label', async () => {
    expect((await read()).textOf(0)).include('Label');
    const revised = await read({ revision: 2, standing: 'provisional' });
    expect(revised.textOf(0)).include('Label, révision 2').and.include('CERTIFICAT PROVISOIRE');
    expect((await read({ revision: 3, language: 'de' })).textOf(0)).include('Label, Revision 3');
  });

  it('says that it is sealed and where to check it, in each language, only when it is', async () => {
    for (const language of languages) {
      const said = (await read({ language })).textOf(0).filter((line) => line.includes('/verify'));
      expect(said).lengthOf(1);
      expect(said[0]).match(/label\.example\/verify$/u);
    }
    const unsealed = readPdf(await makeCertificate(sample()));
    expect(unsealed.textOf(0).join('')).not.include('/verify');
  });

  it('refuses a theme whose name cannot be printed', async () => {
    const scores = [{ theme: 'work', name: 'Travail 合', score: 1 }];
    const refused = await read({ scores }).catch((error: unknown) => error);
    expect(refused).to.have.property('code', 'invalid');
  });
});
