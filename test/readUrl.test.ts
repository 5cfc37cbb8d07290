import { expect } from 'chai';
import { readUrl } from '../src/readUrl.ts';

describe('readUrl', () => {
  it('reads addresses with any letters, also once it was asked often', () => {
    for (let i = 0; i < 100_000; i++) readUrl(`https://a.example/${i % 10}`);
    expect(readUrl('https://Bücher.ch/')?.href).to.equal('https://xn--bcher-kva.ch/');
    expect(readUrl('https://')).to.equal(null);
  });
});
