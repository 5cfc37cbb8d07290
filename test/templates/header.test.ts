import { expect } from 'chai';
import { createI18n } from '../../src/i18n/i18n.ts';
import { header } from '../../templates/components/header.ts';
import { pageFrame } from '../support/samples/pageFrame.ts';

describe('the head of a page', () => {
  const frame = pageFrame(createI18n().fr);
  const languageOf = (code: string) => ({ code, name: code, href: `/${code}`, current: code === 'fr' });
  const offersLanguages = (codes: readonly string[]) => {
    const languages = codes.map(languageOf) as typeof frame.languages;
    return header({ ...frame, languages })
      .toString()
      .includes(frame.t('nav.language'));
  };

  it('offers the languages of the label, and no menu of one', () => {
    expect([['fr'], ['fr', 'de']].map(offersLanguages)).to.deep.equal([false, true]);
  });
});
