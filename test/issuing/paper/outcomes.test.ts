import { expect } from 'chai';
import type { DecisionPaper } from '../../../src/commands/items/papers.ts';
import { makeDecisionLetter } from '../../../src/issuing/paper/decisionLetter.ts';
import { makeMinutes } from '../../../src/issuing/paper/minutes.ts';
import { decisionSample } from '../../support/samples/decisionSample.ts';
import { minutesSample } from '../../support/samples/minutesSample.ts';
import { wordsOf } from '../readPdf.ts';

type Outcome = Exclude<DecisionPaper['outcome'], 'ineligible'>;

/** What papers call each outcome of each kind of application, and what its letter says that it means. */
const table: Readonly<Record<DecisionPaper['kind'], Partial<Record<Outcome, readonly [string, string]>>>> = {
  initial: {
    granted: ['Label accordé', 'portera le label dès qu’elle aura signé'],
    grantedWithConditions: ['Label accordé avec conditions', 'remplir les conditions'],
    refused: ['Label refusé', 'ne reçoit pas le label'],
  },
  renewal: {
    granted: ['Label renouvelé', 'prend la suite de l’ancien'],
    grantedWithConditions: ['Label renouvelé avec conditions', 'remplir les conditions'],
    refused: ['Renouvellement refusé', 'Le label actuel reste valable jusqu’à sa date de fin'],
  },
  // It has no conditions.
  extension: {
    granted: ['Extension accordée', 'Les offres nommées ici portent le label'],
    refused: ['Extension refusée', 'Rien ne change pour celles'],
  },
  reconsideration: {
    granted: ['Label confirmé', 'Il n’y a rien à signer'],
    grantedWithConditions: ['Label confirmé avec conditions', 'avec les conditions ci-dessous'],
    refused: ['Critères non remplis', 'jusqu’à une autre décision'],
  },
};
const label = 'MIE-26-00042-D';
const scopes = {
  initial: null,
  renewal: null,
  extension: { label, offers: [] },
  reconsideration: { label, criteria: ['GOU-03'] },
};

describe('what papers call a decision', () => {
  for (const kind of Object.keys(table) as DecisionPaper['kind'][]) {
    it(`is right for an application of the kind ${kind}, in its letter and in the minutes`, async () => {
      const scope = scopes[kind];
      for (const [outcome, [word, meaning]] of Object.entries(table[kind]) as [
        Outcome,
        readonly [string, string],
      ][]) {
        const letter = wordsOf(await makeDecisionLetter(decisionSample({ kind, scope, outcome })));
        expect(letter, outcome).to.include(` : ${word} `).and.to.include(meaning);
        const [file] = minutesSample().files;
        if (!file) throw new Error('no file');
        const minutes = wordsOf(
          await makeMinutes(minutesSample({ files: [{ ...file, kind, scope, outcome, casting: false }] })),
        );
        expect(minutes, outcome).to.include(`${word} 2 pour, 2 contre`);
      }
    });
  }

  it('names the offers that a reconsideration takes off the label, and those that stay', async () => {
    const letter = wordsOf(
      await makeDecisionLetter(
        decisionSample({
          kind: 'reconsideration',
          scope: scopes.reconsideration,
          outcome: 'granted',
          conditions: [],
          offers: ['Pain'],
          lost: ['Ateliers', 'Brioche'],
        }),
      ),
    );
    expect(letter)
      .to.include('confirmé pour les offres qui le gardent')
      .and.include('Offre qui garde le label Pain')
      .and.match(/Offres qui ne gardent pas le label Ateliers Brioche/);
  });

  it('says in whose place an application is made', async () => {
    const succeeds = { label, change: 'change' };
    const letter = wordsOf(await makeDecisionLetter(decisionSample({ succeeds, outcome: 'granted' })));
    expect(letter).to.include(`À la place du label ${label}, après un changement`);
  });
});
