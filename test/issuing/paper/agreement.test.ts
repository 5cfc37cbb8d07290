import { expect } from 'chai';
import { languages } from '../../../src/criteria/scheme.ts';
import { makeAgreement } from '../../../src/issuing/paper/agreement.ts';
import { agreementSample } from '../../support/samples/agreementSample.ts';
import { readPdf, wordsOf, wordsWithoutArtifacts } from '../readPdf.ts';

describe('issuing/agreement', () => {
  it('prints every article as shown, in every language, and who signed', async () => {
    for (const language of languages) {
      const sample = agreementSample(language);
      const [one, other] = [await makeAgreement(sample), await makeAgreement(sample)];
      expect(one.equals(other), 'the same bytes').to.equal(true);
      const text = wordsOf(one);
      const articles = wordsWithoutArtifacts(one);
      for (const [i, { title, text: said }] of sample.text.articles.entries()) {
        expect(articles, language).to.include(`${i + 1}. ${title} ${said}`);
      }
      for (const said of [sample.text.preamble, 'Spécimen owner', 'Présidence', 'MIE-26-00042-D']) {
        expect(text).to.include(said);
      }
      expect(text).to.include(Array(8).fill('abababab').join(' '));
      expect(text).to.include(Array(8).fill('cdcdcdcd').join(' '));
      const pdf = readPdf(one);
      expect(pdf.with('/Type /Catalog')[0]?.head).include(`/Lang (${language})`);
      expect(pdf.with('/S /H1')).to.have.length(1);
    }
  });

  it('says that French binds for an unreviewed text, and prints the conditions', async () => {
    const condition = { text: 'Publier l’écart de salaires.', due: '2027-03-31' };
    const french = wordsOf(await makeAgreement(agreementSample('fr', { conditions: [condition] })));
    expect(french)
      .to.include('Condition Publier l’écart de salaires. Au plus tard le 31 mars 2027.')
      .and.not.include('fait foi');
    expect(wordsOf(await makeAgreement(agreementSample('de')))).to.include('Massgebend ist');
  });
});
