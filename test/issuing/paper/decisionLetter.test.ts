import { expect } from 'chai';
import { languages } from '../../../src/criteria/scheme.ts';
import { makeDecisionLetter } from '../../../src/issuing/paper/decisionLetter.ts';
import { decisionSample } from '../../support/samples/decisionSample.ts';
import { openVersion } from '../../support/samples/realScheme.ts';
import { readPdf, wordsOf } from '../readPdf.ts';

const refused = { outcome: 'refused', conditions: [], offers: [] } as const;

describe('issuing/decisionLetter', () => {
  it('states a grant with conditions, offers and points, and the deadlines to sign and to appeal', async () => {
    const text = wordsOf(await makeDecisionLetter(decisionSample()));
    for (const said of [
      'Boulangerie Spécimen, coopérative Rue du Modèle 1 1227 Carouge',
      'Genève, le 24 novembre 2026',
      `A-2026-000042 · Critères version ${openVersion}`,
      'a décidé le 20 novembre 2026 : Label accordé avec conditions',
      'Motifs Les critères sont remplis. Un point reste à améliorer.',
      'Condition Publier l’écart de salaires. Au plus tard le 31 mars 2027.',
      'Offres qui porteront le label Pain au levain de blé genevois',
      'Note générale (il en faut 50) 64,3',
      '(minimum 25) sans objet',
      'Signez la convention au plus tard le 11 janvier 2027.',
      'vous pouvez faire recours jusqu’au 11 janvier 2027, avant de signer',
      'https://label.example/fr/applications/A-2026-000042',
      'Aucune des personnes qui ont voté n’a évalué votre demande',
      'SPÉCIMEN',
    ]) {
      expect(text).to.include(said);
    }
  });

  it('mentions an appeal only after a refusal or conditions, and the signature only after a grant', async () => {
    const granted = decisionSample({ outcome: 'granted', conditions: [] });
    expect(wordsOf(await makeDecisionLetter(granted)))
      .to.include('Signez la convention')
      .and.not.include('Recours')
      .and.not.include('Condition');
    expect(wordsOf(await makeDecisionLetter(decisionSample(refused))))
      .to.include('Vous pouvez faire recours contre cette décision jusqu’au 11 janvier 2027.')
      .and.not.include('convention')
      .and.not.include('Offres qui');
  });

  it('says that the secretariat decided when a file ended at screening, and shows no points', async () => {
    const paper = decisionSample({ ...refused, outcome: 'ineligible', result: null });
    expect(wordsOf(await makeDecisionLetter(paper)))
      .to.include('Demande non recevable')
      .and.include('Le comité ne s’est pas prononcé.')
      .and.include('faire recours')
      .and.not.include('Résultat par thème');
  });

  it('names findings with their grade', async () => {
    const findings = [{ grade: 'major', text: 'L’écart de salaires n’est pas publié.' }] as const;
    expect(wordsOf(await makeDecisionLetter(decisionSample({ ...refused, findings })))).to.include(
      'Non-conformité relevée Non-conformité majeure L’écart de salaires n’est pas publié.',
    );
  });

  it('is tagged, reproducible, and never ends with a page for the signature alone', async () => {
    for (const language of languages) {
      const name = `Société coopérative ${'des jardins réunis '.repeat(6)}`.slice(0, 120);
      const { organisation } = decisionSample();
      const paper = decisionSample({
        language,
        organisation: { ...organisation, name },
        reason: 'Un motif. '.repeat(400),
        offers: Array.from({ length: 30 }, (_, i) => `Offre ${i + 1}`),
      });
      const [one, other] = [await makeDecisionLetter(paper), await makeDecisionLetter(paper)];
      expect(one.equals(other)).to.equal(true);
      const pdf = readPdf(one);
      expect(pdf.with('/Type /Catalog')[0]?.head).include(`/Lang (${language})`);
      expect(pdf.with('/S /H1')).to.have.length(1);
      expect(pdf.textOf(pdf.pages.length - 1).length, language).to.be.above(6);
    }
  });
});
