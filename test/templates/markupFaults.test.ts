import { expect } from 'chai';
import { markupFaults, markupOf } from '../support/pages/markupFaults.ts';

const page = (body: string) =>
  `<!doctype html><html lang="fr"><head><title>A</title><style>a > b {}</style></head><body>${body}</body></html>`;

describe('markupFaults', () => {
  const good = {
    'a page': page('<main><h1 id="a">A &amp; B</h1><p class="x">1 > 0<br>c</p></main>'),
    'lists of all kinds':
      '<ul><li><p>a</p></li></ul><dl><div><dt>a</dt><dd><ol><li>b</li></ol></dd></div></dl>',
    'a table without tbody': '<table><tr><th scope="row">a</th><td>b</td></tr></table>',
    'a drawing': '<p><svg viewBox="0 0 1 1"><g><path d="M0 0"/><circle r="1"></circle></g></svg></p>',
    'a form':
      '<form><fieldset><legend><h1>a</h1></legend><label>b <input name="b" checked></label></fieldset></form>',
    'a script': '<script type="module">if (a<b && c) d("</p><p class=x>");</script>',
    'a template element': '<template><tr><td>a</td></tr></template>',
    'a noscript part': '<noscript><p>a</p></noscript>',
    'a comment': '<p>a<!-- <b --></p>',
    'control characters that somebody typed': '<p title="a\u000b\ufffe">\u0001 \0</p>',
    'an empty body': '',
    XML: '<?xml version="1.0"?><feed><category term="a"/><summary>b &amp; c</summary></feed>',
  };
  for (const [what, source] of Object.entries(good))
    it(`accepts ${what}`, () => {
      expect(markupFaults(source)).to.deep.equal([]);
    });

  const bad = {
    'an element that is not closed': '<div><p>a</div>',
    'an element that a browser closes implicitly': '<ul><li>a<li>b</ul>',
    'an element that only the end of the page closes': page('<div>a'),
    'a self-closed element that is not void': '<div/><p>a</p>',
    'an end tag without a start tag': '<p>a</p></div>',
    'a stray </p>, of which a browser makes a paragraph': '<div>a</p></div>',
    'an end tag that a browser ignores': '<table><tr><td>a</td></tr></span></table>',
    'elements that overlap': '<p><b>a <i>b</b> c</i></p>',
    'blocks that overlap': '<section><div>a</section></div>',
    'an attribute without quotes': '<p class=x>a</p>',
    'an attribute in single quotes': `<p class='x'>a</p>`,
    'an attribute whose quote is missing': '<p class="x>a</p><p title="b">c</p>',
    'attributes without a space between them': '<p class="x"title="y">a</p>',
    'an attribute name that starts with a quote': '<p title="a"b"">c</p>',
    'an attribute given twice': '<p class="x" title="a" class="y">b</p>',
    'an id used twice': '<p id="a">b</p><p><b id="a">c</b></p>',
    'an id used twice, once in a template element': '<p id="a">b</p><template><p id="a">c</p></template>',
    'text that looks like a tag': '<p>1 < 2</p>',
    'an unknown entity': '<p>a &nbps; b</p>',
    'a block in a paragraph': '<p>a<div>b</div></p>',
    'a block in phrasing content, at any depth': '<span><a href="/"><div>a</div></a></span>',
    'a block in a heading': '<h2><ul><li>a</li></ul></h2>',
    'a paragraph in a summary': '<details><summary><p>a</p></summary></details>',
    'a link in a link': '<a href="/a">a <a href="/b">b</a></a>',
    'a field in a button': '<button><input name="a"></button>',
    'a button in a link': '<a href="/a"><span><button>b</button></span></a>',
    'a form in a form': '<form><div><form><p>a</p></form></div></form>',
    'a label in a label': '<label>a <span><label>b</label></span></label>',
    'a paragraph directly in a list': '<ul><p>a</p></ul>',
    'an item outside a list': '<div><li>a</li></div>',
    'a term outside a definition list': '<section><dt>a</dt></section>',
    'a row outside a table': '<div><tr><td>a</td></tr></div>',
    'a paragraph between rows': '<table><p>a</p><tr><td>b</td></tr></table>',
    'a block in the head': '<!doctype html><html><head><div>a</div></head><body></body></html>',
    'a page without body tags': '<!doctype html><html><head><title>a</title></head><p>b</p></html>',
    'XML that is not closed': '<?xml version="1.0"?><feed><summary>b</feed>',
    'XML with a value that has no quotes': '<?xml version="1.0"?><feed><category term=a/></feed>',
    'XML with a bare ampersand': '<?xml version="1.0"?><feed>a & b</feed>',
  };
  for (const [what, source] of Object.entries(bad))
    it(`finds ${what}`, () => {
      expect(markupFaults(source)).to.not.be.empty;
    });

  it('says what is wrong and where', () => {
    expect(markupFaults('<p>a</p>\n<div class=x>b</div>')).to.deep.equal(['not quoted: class=x>b</div>']);
    expect(markupFaults('<ul><li>a</ul>')).to.deep.equal(['not closed: <li>a</ul>']);
    expect(markupFaults('<span><hr></span>')).to.deep.equal(['not allowed in <span>: <hr></span>']);
  });
});

describe('markupOf', () => {
  it('is the same for pages that differ in text and values', () => {
    expect(markupOf('<p class="a > b">c</p>')).to.equal(markupOf('<p class="d">e f</p>'));
  });

  it('differs for other tags, attribute names, quotes and ids', () => {
    const source = '<p id="a" title="b">c</p>';
    const others = [
      '<p id="d" title="b">c</p>',
      '<p id="a" lang="b">c</p>',
      '<p id="a" title=b>c</p>',
      '<p id="a" title="b""">c</p>',
      '<p id="a" title="b">c<b></p>',
      '<p id="a" title="b">c',
    ];
    for (const other of others) expect(markupOf(other)).to.not.equal(markupOf(source));
  });
});
