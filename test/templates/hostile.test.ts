import { expect } from 'chai';
import { createI18n } from '../../src/i18n/i18n.ts';
import type { Frame } from '../../templates/frame.ts';
import { html, raw } from '../../templates/html.ts';
import { escapeFaults, hostile, keepNames, keepNone } from '../support/pages/hostile.ts';
import { takePageFaults } from '../support/pages/pageFaults.ts';
import { shapeOf } from '../support/pages/shapeOf.ts';
import { watched } from '../support/pages/watchPages.ts';
import { pageFrame } from '../support/samples/pageFrame.ts';

const marked = `<hostile-x/a="'&`;

describe('hostile', () => {
  it('appends the marker to every text at any depth and leaves other values alone', () => {
    const piece = html`<b>a</b>`;
    const view = {
      name: 'A B',
      list: [{ note: '' }, { note: 'c' }],
      count: 0,
      none: null,
      at: new Date(0),
      piece,
    };
    expect(hostile(view, keepNone)).to.deep.equal({
      ...view,
      name: `A B${marked}`,
      list: [{ note: marked }, { note: `c${marked}` }],
    });
    expect(hostile(view, keepNone).piece).to.equal(piece);
    expect(view.name).to.equal('A B');
  });

  it('keeps names, or the texts of a given field', () => {
    const view = { state: 'granted', offers: [{ id: 'A-1', kind: 'food' }] };
    expect(hostile(view, keepNames)).to.deep.equal({
      ...view,
      offers: [{ id: `A-1${marked}`, kind: 'food' }],
    });
    expect(hostile(view, (_, path) => path === 'offers.id')).to.deep.equal({
      state: `granted${marked}`,
      offers: [{ id: 'A-1', kind: `food${marked}` }],
    });
  });

  it('refuses anything but plain data', () => {
    expect(() => hostile({ days: { first: new Map() } }, keepNone)).to.throw(
      'days.first is not plain data but Map',
    );
  });
});

describe('escapeFaults', () => {
  it('finds nothing when text is escaped in elements, attributes and URLs', () => {
    const text = hostile('é', keepNone);
    const page = html`<a title="${text}" href="/?q=${encodeURIComponent(text)}">${text}</a><script nonce="${text}"></script>`;
    expect(escapeFaults(String(page))).to.deep.equal([]);
  });

  it('finds text that is unescaped, partly escaped, escaped twice, or put into a script or a style', () => {
    const text = hostile('é', keepNone);
    const pages = [
      text,
      text.replaceAll('<', '&lt;'),
      text.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
      String(html`${String(html`${text}`)}`),
      String(html`<p title="${'a'}" style="color:${text}"></p>`),
      String(html`<p onclick="${text}"></p>`),
      String(html`<script>${text}</script>`),
      String(html`<style media="print">${text}</style>`),
    ];
    for (const page of pages) expect(escapeFaults(page), page).to.have.lengthOf.at.least(1);
  });
});

describe('shapeOf', () => {
  const shapes = (...views: readonly object[]) =>
    new Set(views.map((view) => [...shapeOf(view)].sort().join()));

  it('is the same for other texts and numbers and for longer lists', () => {
    const views = [
      { name: 'A', list: [{ count: 1 }] },
      { list: [{ count: 2 }, { count: 3 }], name: 'B' },
    ];
    expect(shapes(...views).size).to.equal(1);
  });

  it('differs when a field is added, empty, zero, false, absent or another name', () => {
    const view = { name: 'A', count: 1, open: true, list: ['B'], state: 'granted' };
    const others = [
      ...[
        { ...view, name: '' },
        { ...view, count: 0 },
        { ...view, open: false },
        { ...view, list: [] },
      ],
      ...[
        { ...view, state: 'refused' },
        { ...view, open: null },
        { ...view, more: undefined },
      ],
    ];
    expect(shapes(view, ...others).size).to.equal(8);
  });
});

describe('a watched page', () => {
  const frame = pageFrame(createI18n().fr);
  /** The faults of a page, cleared so that they do not fail this test. */
  const faultsOf = (page: (frame: Frame, view: { readonly name: string }) => ReturnType<typeof raw>) => {
    const written = watched(page)(frame, { name: 'A' });
    return { written: String(written), faults: takePageFaults() };
  };

  it('is rendered unchanged when it has no fault', () => {
    const page = faultsOf((_, { name }) => html`<p>${name}</p>`);
    expect(page).to.deep.equal({ written: '<p>A</p>', faults: [] });
  });

  it('reports wrong markup', () => {
    const list = () => html`<ul><li>a</ul>`;
    expect(faultsOf(list).faults).to.deep.equal(['list: not closed: <li>a</ul>']);
  });

  it('reports unescaped text', () => {
    expect(faultsOf((_, { name }) => html`<p>${raw(name)}</p>`).faults.join()).to.include('not escaped');
  });

  it('reports markup that only hostile text breaks', () => {
    const page = faultsOf((_, { name }) => html`<p>${name.length > 1 && html`<b>`}</p>`);
    expect(page.written).to.equal('<p></p>');
    expect(page.faults.join()).to.include('not closed: <b>');
  });

  it('is rendered with hostile texts once for each new field and each new case of a field', () => {
    const seen: object[] = [];
    const page = watched((_, view: object) => {
      seen.push(view);
      return html`<p>a</p>`;
    });
    for (const view of [{ a: 'A' }, { a: 'B' }, { a: '' }, { a: 'A', b: 1 }, { a: '', b: 2 }])
      page(frame, view);
    expect(seen).to.have.length(5 + 3 * 2);
    for (let count = 0; count < 100; count++) page(frame, { [`field${count}`]: 'A' });
    expect(seen).to.have.length(105 + 40 * 2);
    expect(takePageFaults()).to.deep.equal([]);
  });

  it('reports a page that throws on hostile text', () => {
    const page = faultsOf((_, { name }) => html`<p>${'='.repeat(3 - name.length)}</p>`);
    expect(page.faults.join()).to.include('cannot be rendered with hostile texts: RangeError');
  });
});
