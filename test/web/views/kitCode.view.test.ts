import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { languages } from '../../../src/criteria/scheme.ts';
import { linkedBadgeTitle } from '../../../src/i18n/badgeTitle.ts';
import { kitCode } from '../../../src/web/views/kitCode.view.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';

const publicUrl = 'https://label.example';
const { number, specimen } = specimenEntry;
const names = [
  'Dupont & Fils <SA> "x" ](y)',
  `L'Atelier "><script>alert(1)</script><img src=x onerror='y'>`,
  '&quot; &lt;b&gt; &#34;',
  '](https://evil.example) ![x](y) [z]: https://evil.example',
  '\\](y) \\\\] `a` *b* __c__ ~~d~~ a | b',
  '$& {number}',
];

function codeFor(name: string, language: (typeof languages)[number] = 'fr') {
  const organisation = { ...specimenEntry.organisation, name };
  return kitCode({ ...specimenEntry, organisation }, language, publicUrl);
}

/** A picture in a link, as CommonMark reads it: between the brackets no bracket, tag, entity or emphasis that is not escaped. */
const picture = /^\[!\[((?:\\[^a-zA-Z0-9\s]|[^\\[\]<>&`*_~|!\n])*)\]\(([^()\s<>]+)\)\]\(([^()\s<>]+)\)$/;

for (const name of names) {
  for (const language of languages) {
    describe(`the code for the holder ${name}, in ${language}`, () => {
      const alt = linkedBadgeTitle({ number, organisation: name, language, specimen });
      const { html, markdown, mail } = codeFor(name, language);

      it('is one picture in one link, with the text of the badge, for a website', () => {
        const root = parse(html, { comment: true });
        expect(root.querySelectorAll('*').map(({ rawTagName }) => rawTagName)).to.deep.equal(['a', 'img']);
        const image = root.querySelector('a > img');
        expect(Object.keys(image?.attributes ?? {})).to.deep.equal(['src', 'alt', 'width', 'height']);
        expect(image?.attributes.alt).to.equal(alt);
        expect(image?.attributes.src).to.equal(
          `${publicUrl}/badges/${number}.svg?form=standard&language=${language}`,
        );
        expect(root.querySelector('a')?.attributes).to.deep.equal({ href: `${publicUrl}/labels/${number}` });
      });

      it('is the same in Markdown', () => {
        const [, text = '', image, link] = picture.exec(markdown) ?? [];
        expect(text.replace(/\\(.)/g, '$1')).to.equal(alt);
        expect(image).to.equal(`${publicUrl}/badges/${number}.svg?form=standard&language=${language}`);
        expect(link).to.equal(`${publicUrl}/labels/${number}`);
      });

      it('is an uncached PNG with a line of text, for e-mail', () => {
        const root = parse(mail);
        const tags = root.querySelectorAll('*').map(({ rawTagName }) => rawTagName);
        expect(tags).to.deep.equal(['p', 'a', 'img', 'br', 'a']);
        expect(root.querySelector('img')?.attributes).to.deep.equal({
          src: `${publicUrl}/badges/${number}.png?form=standard&language=${language}&size=256&cache=no`,
          alt,
          width: '120',
          height: '132',
          border: '0',
        });
        expect(root.querySelectorAll('a')[1]?.text).to.equal(`${name}, Made in ESS ${number}`);
        expect(mail).to.not.match(/style|class|<table/i);
      });
    });
  }
}
