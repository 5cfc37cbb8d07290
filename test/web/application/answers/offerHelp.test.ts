import { expect } from 'chai';
import { offerTypes, typeFact } from '../../../../src/criteria/offer.ts';
import { countedFacts } from '../../../../src/criteria/offerLines.ts';
import { languages } from '../../../../src/criteria/scheme.ts';
import { createI18n } from '../../../../src/i18n/i18n.ts';
import { criterionForm } from '../../../../src/web/application/answers/criterion.view.ts';
import { factField } from '../../../../src/web/application/answers/facts.view.ts';
import type { AssessedFile } from '../../../../src/web/application/answers/scope.view.ts';
import { realScheme } from '../../../support/samples/realScheme.ts';

describe('the help of an offer', () => {
  const published = realScheme();
  const { scheme, texts } = published;
  const words = createI18n();
  const counted = countedFacts(scheme);
  const criterion = scheme.criteria.find(({ id }) => id === 'OFR-01');
  const file = { application: { id: 'A-1' }, assessment: {}, published } as unknown as AssessedFile;

  for (const language of languages) {
    for (const type of offerTypes) {
      it(`gives the rules of ${type} alone, beside its figures and its criterion, in ${language}`, () => {
        if (!counted || !criterion) throw new Error('the scheme counts no offer');
        const { facts, criteria } = texts[language];
        const part = { offerId: 'OFFER', answers: [], facts: { [typeFact]: type }, cycle: 'first' } as const;
        const card = criterionForm(criterion, file, part, words[language]);
        const { help, label } = factField(counted.whole, texts[language], words[language], type);
        const rules = facts[counted.whole.id]?.help ?? '';
        for (const [name, text] of Object.entries(facts[typeFact]?.options ?? {})) {
          const subject = new RegExp(`(^|[.!?] )${text}\\s*:`, 'u');
          for (const whole of [rules, criteria['OFR-01']?.help]) expect(whole, name).to.match(subject);
          for (const shown of [help, card.help])
            if (name === type) expect(shown, name).to.match(subject);
            else expect(shown, name).not.to.match(subject);
        }
        expect(card.figures?.missing.map(({ text }) => text)).to.include(label);
      });
    }
  }
});
