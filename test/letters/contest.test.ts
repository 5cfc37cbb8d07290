import { expect } from 'chai';
import { languages } from '../../src/criteria/scheme.ts';
import { createI18n } from '../../src/i18n/i18n.ts';
import type { LetterWords } from '../../src/letters/letter.ts';
import { letterContent } from '../../src/mailing/letterContent.ts';
import { everyLetter, letterGroups } from '../support/samples/sampleLetters.ts';

/** What is decided against its reader, or makes what they have depend on something. */
const against: readonly LetterWords[] = [
  'decisionAnnounced.grantedWithConditions',
  'decisionAnnounced.refused',
  'decisionAnnounced.renewalGrantedWithConditions',
  'decisionAnnounced.renewalRefused',
  'decisionAnnounced.extensionRefused',
  'decisionAnnounced.reconsiderationRefused',
  'decisionAnnounced.ineligible',
  'labelConfirmed.grantedWithConditions',
  'labelConfirmed.reduced',
  'labelConfirmed.reducedWithConditions',
  'labelSanction.suspended',
  'labelSanction.suspendedAtOnce',
  'labelSanction.suspendedExtended',
  'labelSanction.suspensionConfirmed',
  'labelSanction.withdrawn',
  'labelSanction.scopeRevised',
  'conditionImposed',
  'complaintAnswered.founded',
  'complaintAnswered.partlyFounded',
  'complaintAnswered.unfounded',
  'needRemoved',
];
/** The words for an appeal, and for contesting an answer. */
const contest = {
  fr: /recours|contest/i,
  de: /rekurs|anfecht/i,
  it: /ricors|contest/i,
  en: /appeal|contest/i,
} as const;

describe('a letter of something that is decided against its reader', () => {
  const i18n = createI18n();
  for (const language of languages) {
    it(`says in ${language} how to contest it`, () => {
      const said = everyLetter({ language }).map((letter) => letterContent(letter, i18n[language]));
      const silent = against.filter((group) => {
        const { paragraphs, after } = said[letterGroups.indexOf(group)] ?? { paragraphs: [], after: [] };
        return ![...paragraphs, ...after].some((sentence) => contest[language].test(sentence));
      });
      expect(silent).to.deep.equal([]);
    });
  }
});
