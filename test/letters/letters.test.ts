import { expect } from 'chai';
import { languages } from '../../src/criteria/scheme.ts';
import { createI18n } from '../../src/i18n/i18n.ts';
import { journalLetterKinds, journalLetters, lettersOn } from '../../src/letters/letters.ts';
import { letterContent } from '../../src/mailing/letterContent.ts';
import { everyLetter, letterGroups, letterKinds } from '../support/samples/sampleLetters.ts';

describe('letters', () => {
  const i18n = createI18n();

  it('have messages for each one and each of its cases, and no messages are unused', () => {
    expect([...new Set(letterGroups.map((group) => group.split('.')[0]))]).to.have.members([...letterKinds]);
  });

  for (const language of languages) {
    it(`use in ${language} their own messages with all parameters`, () => {
      const words = i18n[language];
      // A word whose value a letter does not give throws.
      const said = everyLetter({ language }).map((letter) => letterContent(letter, words));
      const buttons = letterGroups.map((group) => words.t(`letters.${group}.button`));
      expect(said.map(({ button }) => button.text)).to.deep.equal(buttons);
      const cut = said.filter(({ subject, heading, paragraphs, why }) =>
        [subject, heading, paragraphs[0], why].some((sentence) => !sentence?.trim()),
      );
      expect(cut).to.deep.equal([]);
    });
  }

  it('are each sent on one event, and on it only', () => {
    for (const kind of journalLetterKinds) {
      const { on } = journalLetters[kind];
      expect(on, kind).to.not.deep.equal([]);
      for (const fact of on) expect(lettersOn(fact), fact).to.include(kind);
    }
    expect(lettersOn('application.corrected')).to.deep.equal([]);
    expect(lettersOn('application.staffed')).to.deep.equal([]);
  });
});
