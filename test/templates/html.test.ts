import { expect } from 'chai';
import fc from 'fast-check';
import { attributes, escapeHtml, Html, html, raw } from '../../templates/html.ts';
import { unescapeHtml } from '../support/unescapeHtml.ts';

/** Texts in which what HTML gives a meaning to is frequent, entities among it. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('&', '<', '>', '"', "'", '`', '=', '/', '\\', '\n', '\0'),
      fc.constantFrom(
        '&lt;',
        '&amp;',
        '&#39;',
        '&quot',
        '</p>',
        '" onclick="',
        '<!--',
        ']]>',
        '${',
        'é',
        '🍞',
      ),
      fc.string(),
    ),
  )
  .map((pieces) => pieces.join(''));

/** That a text is written so that no character of it is markup, and is read as it was. */
function expectEscaped(written: string, text: string): void {
  expect(written).to.not.match(/[<>"']/);
  expect(unescapeHtml(written)).to.equal(text);
}

/** A content as it is written where no type checks it. */
const unchecked = (content: unknown) => String(Reflect.apply(html, undefined, [['', ''], content]));

describe('html', () => {
  it('writes its own text as it is', () => {
    expect(String(html`<a href="/?a&amp;b">'é' > "x"</a>`)).to.equal(`<a href="/?a&amp;b">'é' > "x"</a>`);
  });

  it('escapes each of the five special characters, and no other', () => {
    expect(String(html`${`a&<>"'b`}`)).to.equal('a&amp;&lt;&gt;&quot;&#39;b');
    expect(String(html`${'é 🍞 ` = / \\'}`)).to.equal('é 🍞 ` = / \\');
    expect(String(html`${'&lt;'}`)).to.equal('&amp;lt;');
  });

  it('escapes any text between tags and in an attribute', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const page = String(html`<p title="${text}">${text}</p>`);
        const [, inAttribute = '', between = ''] = /^<p title="([^"]*)">([^<]*)<\/p>$/.exec(page) ?? [];
        expectEscaped(inAttribute, text);
        expectEscaped(between, text);
      }),
    );
  });

  it('writes nested pieces unchanged, at any depth, and escapes their text once', () => {
    fc.assert(
      fc.property(hostile, fc.nat(5), (text, depth) => {
        let piece = html`${text}`;
        for (let level = 0; level < depth; level++) piece = html`<b>${piece}</b>`;
        expect(String(piece)).to.equal(`${'<b>'.repeat(depth)}${escapeHtml(text)}${'</b>'.repeat(depth)}`);
      }),
    );
  });

  it('writes the members of an array in order, also of nested arrays', () => {
    expect(String(html`<ul>${['a', '<', html`<b>c</b>`, 0, false, ['d', [], ['&']]]}</ul>`)).to.equal(
      '<ul>a&lt;<b>c</b>0d&amp;</ul>',
    );
    expect(String(html`${[]}`)).to.equal('');
  });

  it('writes nothing for what is absent, false or empty, and a zero as a number', () => {
    expect(String(html`[${false}${null}${undefined}${''}]`)).to.equal('[]');
    expect(String(html`[${0} ${-1.5} ${1e21}]`)).to.equal('[0 -1.5 1e+21]');
  });

  it('writes each content in its place', () => {
    expect(String(html`${1}-${'2'}-${html`3`}`)).to.equal('1-2-3');
  });
});

describe('what looks like Html', () => {
  const markup = '<script>alert(1)</script>';
  class Alike {
    readonly #text = markup;
    toString(): string {
      return this.#text;
    }
  }

  it('is refused by the compiler: an object, a class of the same shape, true, a function, a date', () => {
    const refused = [
      // @ts-expect-error An object with the same method.
      () => html`${{ toString: () => markup }}`,
      // @ts-expect-error A class with the same members.
      () => html`${new Alike()}`,
      // @ts-expect-error It would be written as a word.
      () => html`${true}`,
      // @ts-expect-error A function that nobody called.
      () => html`${() => markup}`,
      // @ts-expect-error It has no language.
      () => html`${new Date(0)}`,
    ];
    for (const write of refused) expect(write).to.throw(TypeError);
  });

  it('is refused at run time, also with the prototype of Html, and in an array', () => {
    const alike = [new Alike(), Object.create(Html.prototype), { toString: () => markup }];
    for (const one of alike) {
      expect(() => unchecked(one)).to.throw(TypeError);
      expect(() => unchecked([one])).to.throw(TypeError);
    }
  });

  it('is escaped when it is a String object or a set of strings', () => {
    expect(unchecked(Object(markup))).to.equal(escapeHtml(markup));
    expect(unchecked(new Set([markup]))).to.equal(escapeHtml(markup));
  });
});

describe('raw', () => {
  it('writes a text unescaped', () => {
    expect(String(html`<p>${raw('<b>&amp;</b>')}</p>`)).to.equal('<p><b>&amp;</b></p>');
  });
});

describe('attributes', () => {
  it('writes each after a space, in order, also when empty or zero', () => {
    expect(String(html`<img${attributes({ src: '/a', alt: '', width: 0 })}>`)).to.equal(
      '<img src="/a" alt="" width="0">',
    );
  });

  it('omits what has no value', () => {
    expect(String(attributes({ a: undefined, b: false }))).to.equal('');
    expect(String(attributes())).to.equal('');
  });

  it('escapes any value', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [, value = ''] = /^ title="([^"]*)"$/.exec(String(attributes({ title: text }))) ?? [];
        expectEscaped(value, text);
      }),
    );
  });
});
