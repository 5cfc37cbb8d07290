import { expect } from 'chai';
import { languages } from '../../src/criteria/scheme.ts';
import { badgeTitle, linkedBadgeTitle } from '../../src/i18n/badgeTitle.ts';

const number = 'MIE-26-00042-D';
const words = ['active', 'conditional', 'provisional', 'suspended', 'withdrawn'] as const;

describe('the text of a badge for copying', () => {
  for (const language of languages) {
    it(`names holder and address to check it, and no status, in ${language}`, () => {
      const linked = linkedBadgeTitle({ number, organisation: 'Spécimen SA', language, specimen: false });
      expect(linked).to.include(number).and.include('Spécimen SA').and.not.match(/[{}]/);
      for (const status of words) {
        const title = badgeTitle({ number, status, language, specimen: false });
        const [, said = ''] = title.split(/\s?: /);
        expect(linked).to.not.match(new RegExp(`: ${said}`));
      }
      const specimen = linkedBadgeTitle({ number, organisation: 'Spécimen SA', language, specimen: true });
      expect(specimen)
        .to.include(linked)
        .and.match(/\(.+\)$/);
    });
  }

  it('leaves any name unchanged', () => {
    const organisation = '$& {number} $1 {title} {organisation}';
    const linked = linkedBadgeTitle({ number, organisation, language: 'en', specimen: true });
    expect(linked).to.equal(
      `${organisation}, Made in ESS label ${number}: check whether it is valid today (specimen, no value)`,
    );
  });
});
