import { expect } from 'chai';
import type { WithdrawalPaper } from '../../../src/commands/items/papers.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { makeWithdrawalLetter } from '../../../src/issuing/paper/withdrawalLetter.ts';
import { withdrawalSample as withdrawn } from '../../support/samples/allPapers.ts';
import { readPdf, wordsOf } from '../readPdf.ts';

const kept: WithdrawalPaper = { ...withdrawn, outcome: 'kept', appealBy: null, removeBy: null };
const suspended: WithdrawalPaper = { ...kept, repairBy: '2027-03-31T21:59:59.999Z' };

describe('issuing/withdrawalLetter', () => {
  it('tells a withdrawal with its cause and reasons, by when the mark goes, and how to contest it until when', async () => {
    const text = wordsOf(await makeWithdrawalLetter(withdrawn));
    for (const said of [
      'Boulangerie Spécimen, coopérative Rue du Modèle 1 1227 Carouge',
      'Genève, le 20 décembre 2026',
      'proposé pour ce motif : Usage du label contraire à la convention. Il a décidé le 20 décembre 2026 :',
      'Label retiré',
      'Le label n’est plus valable depuis ce jour.',
      'Motifs Le macaron figure depuis un an sur des produits d’ailleurs.',
      'Retirez le label de tout ce que vous montrez, au plus tard le 19 janvier 2027',
      'jusqu’au 2 février 2027',
      withdrawn.address,
      'SPÉCIMEN',
    ]) {
      expect(text).to.include(said);
    }
  });

  it('tells a label that is kept that nothing is to be done, or until when what it is suspended for', async () => {
    expect(wordsOf(await makeWithdrawalLetter(kept)))
      .to.include('Le label n’est pas retiré : il reste comme il est.')
      .and.not.include('Enlevez')
      .and.not.include('recours');
    expect(wordsOf(await makeWithdrawalLetter(suspended)))
      .to.include('Il reste suspendu : ce qui est à corriger doit l’être jusqu’au 31 mars 2027.')
      .and.not.include('recours');
  });

  it('is tagged, and reproducible, in each language', async () => {
    for (const language of languages)
      for (const paper of [withdrawn, kept, suspended]) {
        const [one, other] = [
          await makeWithdrawalLetter({ ...paper, language }),
          await makeWithdrawalLetter({ ...paper, language }),
        ];
        expect(one.equals(other)).to.equal(true);
        const pdf = readPdf(one);
        expect(pdf.with('/Type /Catalog')[0]?.head).include(`/Lang (${language})`);
        expect(pdf.with('/S /H1')).to.have.length(1);
        expect(pdf.textOf(pdf.pages.length - 1).length, language).to.be.above(6);
      }
  });
});
