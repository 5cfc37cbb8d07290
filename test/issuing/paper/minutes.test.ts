import { expect } from 'chai';
import { languages } from '../../../src/criteria/scheme.ts';
import { makeMinutes } from '../../../src/issuing/paper/minutes.ts';
import { minutesSample } from '../../support/samples/minutesSample.ts';
import { readPdf, wordsOf } from '../readPdf.ts';

describe('issuing/minutes', () => {
  it('lists who sat, and for each file recusals, votes and result', async () => {
    const text = wordsOf(await makeMinutes(minutesSample()));
    for (const said of [
      'S-2026-0007',
      'Maison des associations, Genève',
      'Anne Présidente',
      'Chloé Absente s’était excusée.',
      'Séance du 24 novembre 2026',
      '3 personnes non récusées',
      '1. Boulangerie Spécimen, coopérative',
      'Présidence : Chantal Membre',
      'Chantal Membre a pris la présidence le 24 novembre 2026, 21:10 : La présidente est récusée.',
      'Départ noté par Anne Présidente : La liaison est coupée.',
      'Anne Présidente Cliente de la boulangerie.',
      'Fatou Membre a pris part à l’évaluation.',
      'Gaël Membre Son frère y travaille. Noté par Chantal Membre.',
      'Benoît Membre : Contre Le rapport manque. Chantal Membre : Pour Les salaires sont publiés. David Membre : Pour',
      'Anne Présidente : Contre Trop peu de membres décident.',
      'laisse de côté les dossiers pour lesquels la personne qui le lit est récusée',
      'Label accordé avec conditions 2 pour, 2 contre, aucune abstention. La voix de la présidence a départagé.',
      'Publier l’écart de salaires. Au plus tard le 31 mars 2027.',
      'Label refusé 0 pour, 3 contre, 1 abstention.',
      'Motifs Le minimum d’un thème n’est pas atteint.',
      'Décision reportée Aucun vote. Motifs Une pièce manque.',
      'Benoît Membre 26 novembre 2026, 10:12',
      Array(4).fill('cdcdcdcd').join(' '),
      'SPÉCIMEN',
    ]) {
      expect(text).to.include(said);
    }
    expect(text.match(/La voix de la présidence/g), 'one casting vote').to.have.length(1);
    expect(text).to.not.include('pas encore approuvé');
    expect(wordsOf(await makeMinutes(minutesSample({ approvals: [] })))).to.include('pas encore approuvé');
  });

  it('counts the votes that it lists, whatever else the session stored', async () => {
    const [file] = minutesSample().files;
    if (!file) throw new Error('no file');
    for (const listed of [file.votes, file.votes.slice(1), file.votes.slice(0, 1), []]) {
      const text = wordsOf(await makeMinutes(minutesSample({ files: [{ ...file, votes: listed }] })));
      const count = (choice: string) => listed.filter((vote) => vote.choice === choice).length;
      const said = listed.length === 0 ? 'Aucun vote.' : `${count('for')} pour, ${count('against')} contre,`;
      expect(text).to.include(said);
      expect(text.match(/ : (?:Pour|Contre) /g) ?? []).to.have.length(listed.length);
    }
  });

  it('names both days of a session past midnight in Geneva', async () => {
    const text = wordsOf(await makeMinutes(minutesSample()));
    expect(text)
      .to.include('Close le 25 novembre 2026, 00:40')
      .and.include('24 novembre 2026, 21:04 – 25 novembre 2026, 00:40')
      .and.include('24 novembre 2026, 21:04 – 22:30');
  });

  it('is tagged and reproducible, in every language', async () => {
    for (const language of languages) {
      const paper = minutesSample({ language, specimen: false });
      const [one, other] = [await makeMinutes(paper), await makeMinutes(paper)];
      expect(one.equals(other)).to.equal(true);
      const pdf = readPdf(one);
      expect(pdf.with('/Type /Catalog')[0]?.head).include(`/Lang (${language})`);
      expect(pdf.with('/S /H1')).to.have.length(1);
      expect(pdf.with('/S /H2').length).to.be.above(5);
      expect(wordsOf(one)).to.not.match(/SP[ÉE]CIMEN/);
    }
  });
});
