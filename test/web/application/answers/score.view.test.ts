import { expect } from 'chai';
import type { ApplicantFile } from '../../../../src/commands/application/views/viewApplication.ts';
import type { SelfAssessment } from '../../../../src/commands/items/items.ts';
import type { Answer } from '../../../../src/criteria/assessment.ts';
import { rulesFor } from '../../../../src/criteria/fileRules.ts';
import { createI18n } from '../../../../src/i18n/i18n.ts';
import { checkView } from '../../../../src/web/application/answers/check.view.ts';
import { scoreView } from '../../../../src/web/application/answers/score.view.ts';
import { timelineOf } from '../../../../src/web/views/timeline.view.ts';
import { machines } from '../../../../src/workflow/machines.ts';
import { realScheme } from '../../../support/samples/realScheme.ts';
import { answersOf, specimen } from '../../../support/samples/specimen.ts';

const words = createI18n().fr;
const offers = specimen.offers.map(({ facts, answers, type }, i) => ({
  offerId: `O${i}`,
  facts: { O00: type, ...facts },
  answers: answersOf(answers),
}));
const offersNamed = specimen.offers.map(({ facts: _, answers: __, ...offer }, i) => ({
  id: `O${i}`,
  ...offer,
}));
const complete = { facts: specimen.facts, answers: answersOf(specimen.answers), offers, offersNamed };
const empty = { facts: {}, answers: [], offers: [], offersNamed: [] };

function file(assessment: Partial<SelfAssessment>, state = 'draft'): ApplicantFile {
  const application = { id: 'A-1', state, criteriaVersion: '1.1.0' };
  const organisation = { name: 'Spécimen' };
  const rest = {
    role: 'owner',
    history: [],
    documents: [],
    appeals: [],
    label: null,
    published: rulesFor(realScheme(), null),
  };
  return {
    application,
    organisation,
    assessment: { ...empty, ...assessment },
    ...rest,
  } as unknown as ApplicantFile;
}

function changed(criterion: string, change: Partial<Answer>): Answer[] {
  return complete.answers.map((answer) =>
    answer.criterion === criterion ? { ...answer, ...change } : answer,
  );
}

const textOf = ({ text }: { text: string }) => text.replaceAll('**', '');

describe('where an application stands', () => {
  it('starts empty, without a list of what is missing', () => {
    const { value, needed, answered, notes } = scoreView(file({}), words);
    expect([value, needed, answered]).to.deep.equal([0, 'il en faut 50', { value: 0, max: 35 }]);
    expect(notes.map(textOf)).to.deep.equal(['Critères obligatoires remplis\u00a0: 0\u00a0sur\u00a010.']);
  });

  it('scores each offer, and says when all is well', () => {
    const { answered, notes, value } = scoreView(file(complete), words);
    expect(answered).to.deep.equal({ value: 40, max: 40 });
    expect(value).to.be.above(50);
    expect(notes).to.have.length(1);
    expect(notes[0]).to.deep.include({ tone: 'good', href: '' });
  });

  it('lists a mandatory criterion below its level, with a link', () => {
    const low = file({ ...complete, answers: changed('FIN-01', { level: 1 }) });
    const [note] = scoreView(low, words).notes;
    expect(note && textOf(note)).to.equal('FIN-01 But écrit est obligatoire\u00a0: il faut le niveau 2.');
    expect(note?.href).to.equal('/fr/applications/A-1/themes/FIN#FIN-01');
  });

  it('states how many points a theme lacks and the easiest raise, once the theme is answered', () => {
    const answers = complete.answers.map((answer) =>
      answer.criterion.startsWith('ENV') ? { ...answer, level: 0 as const } : answer,
    );
    const { facts } = specimen;
    const [note] = scoreView(file({ ...complete, facts, answers }), words).notes;
    expect(note && textOf(note)).to.match(
      /^Il manque 30 points à Respect du vivant\u00a0: par exemple ENV-0\d au niveau \d/,
    );
    expect(note?.text.split('**').filter((_, i) => i % 2 === 1)).to.deep.equal([
      '30 points',
      'Respect du vivant',
    ]);
    const begun = answers.filter(({ criterion }) => criterion !== 'ENV-01');
    expect(scoreView(file({ ...complete, facts, answers: begun }), words).notes).to.have.length(1);
  });

  it('shows a few gaps at most, and says how many more there are', () => {
    const answers = complete.answers.map((answer) => ({ ...answer, level: answer.na ? null : (0 as const) }));
    const notes = scoreView(file({ ...complete, answers }), words).notes.map(textOf);
    expect(notes).to.have.length(6);
    expect(notes[4]).to.match(/^Et encore \d+ choses à voir\.$/);
  });
});

const free = { versionOpen: true, other: null, label: null, over: [] };
const signer = { id: 'P1', name: 'Spécimen' };

describe('the check before submission', () => {
  it('lists missing figures, answers, evidence and offers, each with a link', () => {
    const missing = checkView(file({}), free, signer, words).missing;
    expect(missing.map(({ title, items }) => [title, items.length])).to.deep.equal([
      ['Chiffres à donner', 15],
      ['Questions sans réponse', 23],
      ['Preuves à nommer', 7],
      ['Offre à décrire', 1],
    ]);
    for (const { items } of missing) {
      for (const { href } of items)
        expect(href).to.match(/^\/fr\/applications\/A-1\/(figures#F\d\d|themes\/[A-Z]{3}#|offers$)/);
    }
  });

  it('finds nothing in a complete one, and names the offer of a missing answer', () => {
    expect(checkView(file(complete), free, signer, words).missing).to.deep.equal([]);
    const [first, ...others] = offers;
    const without = first && {
      ...first,
      answers: first.answers.filter(({ criterion }) => criterion !== 'OFR-03'),
    };
    const { missing } = checkView(
      file({ ...complete, offers: without ? [without, ...others] : [] }),
      free,
      signer,
      words,
    );
    expect(missing.flatMap(({ items }) => items)).to.deep.equal([
      {
        text: 'OFR-03 Fiche claire (Pain au levain de blé genevois)',
        href: '/fr/applications/A-1/offers/O0#OFR-03',
      },
      {
        text: 'OFR-03 Fiche claire (Pain au levain de blé genevois)',
        href: '/fr/applications/A-1/offers/O0#OFR-03.evidence',
      },
    ]);
  });
});

describe('the timeline of a submitted application', () => {
  it('has one current station in every state, or an end', () => {
    const states = Object.keys(machines.application.states).filter((state) => state !== 'decided');
    expect(states).to.have.length(17);
    for (const state of states) {
      const tones = timelineOf(file({}, state)).map(({ tone }) => tone);
      expect(
        tones.filter((tone) => tone === 'now' || tone === 'stop'),
        state,
      ).to.have.length(1);
    }
  });
});
