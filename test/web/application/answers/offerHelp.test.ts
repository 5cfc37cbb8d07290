import { expect } from 'chai';
import { offerTypes, typeFact } from '../../../../src/criteria/offer.ts';
import { countedFacts } from '../../../../src/criteria/offerLines.ts';
import { languages } from '../../../../src/criteria/scheme.ts';
import { createI18n } from '../../../../src/i18n/i18n.ts';
import { factField } from '../../../../src/web/application/answers/facts.view.ts';
import { realScheme } from '../../../support/samples/realScheme.ts';

describe('the help of the figures of an offer', () => {
  const { scheme, texts } = realScheme();
  const words = createI18n();

  for (const language of languages) {
    for (const type of offerTypes) {
      it(`gives the rules of ${type} alone, in ${language}`, () => {
        const options = texts[language].facts[typeFact]?.options ?? {};
        const whole = countedFacts(scheme)?.whole;
        expect(whole).not.to.equal(undefined);
        if (!whole) return;
        const rules = texts[language].facts[whole.id]?.help ?? '';
        const { help } = factField(whole, texts[language], words[language], type);
        for (const [name, label] of Object.entries(options)) {
          const subject = new RegExp(`(^|[.!?] )${label}\\s*:`, 'u');
          expect(rules, name).to.match(subject);
          if (name !== type) expect(help, name).not.to.match(subject);
          else expect(help, name).to.match(subject);
        }
      });
    }
  }
});
