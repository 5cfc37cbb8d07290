import { expect } from 'chai';
import { makeQuestionnaire } from '../../../src/issuing/paper/questionnaire.ts';
import { questionnaireSample } from '../../support/samples/questionnaireSample.ts';
import { wordsOf } from '../readPdf.ts';

describe('issuing/questionnaire', () => {
  it('says how far it speaks for all, and what was answered in sums', async () => {
    const text = wordsOf(await makeQuestionnaire(questionnaireSample('fr')));
    for (const said of [
      'Boulangerie Spécimen, coopérative',
      'du 2 novembre 2026 au 24 novembre 2026',
      'Réponses, au moins 14',
      'Personnes qui travaillent, selon l’organisation 12',
      'Il y a plus de réponses que de personnes',
      'GOU-03 L’équipe décide aussi',
      'Les grandes décisions se prennent à plusieurs.',
      'Moyenne 3,9 sur 5',
      'Tout à fait d’accord 4',
      'Sans réponse 2',
      'Moins de cinq personnes ont choisi une case',
    ])
      expect(text).to.include(said);
    const usual = wordsOf(await makeQuestionnaire(questionnaireSample('fr', { answers: 9 })));
    expect(usual).not.to.include('plus de réponses que de personnes');
  });

  it('is the same bytes for the same result', async () => {
    const [one, other] = [questionnaireSample('de'), questionnaireSample('de')];
    expect((await makeQuestionnaire(one)).equals(await makeQuestionnaire(other))).to.equal(true);
  });
});
