// Tier: all. Budget: 6 s.
import { expect } from 'chai';
import sax from 'sax';
import { languages } from '../../../src/criteria/scheme.ts';
import { labelNumber } from '../../../src/register/number.ts';
import { fillRegister } from '../../support/samples/fillRegister.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

interface Item {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly link: string;
  readonly term: string;
}

/** Reads a feed as strictly as XML is meant; gives its own parts and its items. */
function readFeed(text: string): { head: Record<string, string>; items: Item[] } {
  const parser = sax.parser(true, { xmlns: true });
  const head: Record<string, string> = {};
  const items: Record<string, string>[] = [];
  const path: string[] = [];
  const here = () => (path.includes('entry') ? (items.at(-1) ?? {}) : head);
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, uri, attributes }: sax.QualifiedTag) => {
    expect(uri).to.equal('http://www.w3.org/2005/Atom');
    path.push(name);
    if (name === 'entry') items.push({});
    if (name === 'link') here()[`link ${attributes.rel?.value}`] ??= attributes.href?.value ?? '';
    if (name === 'category') here().term = attributes.term?.value ?? '';
  };
  parser.ontext = (said) => {
    const name = path.at(-1) ?? '';
    if (said.trim() !== '') here()[name] = (here()[name] ?? '') + said;
  };
  parser.onclosetag = () => void path.pop();
  parser.write(text).close();
  const complete = items.map((item) => ({ ...item, link: item['link alternate'] ?? '' }) as unknown as Item);
  return { head, items: complete };
}

describe('the feed of changes', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('register-feed');
    visitor = await web.browser();
  });
  after(() => web.stop());

  const feed = async (language = 'fr') => {
    const answer = await visitor.get(`/${language}/register/changes.atom`).buffer(true);
    expect([answer.status, answer.headers['content-type']]).to.deep.equal([
      200,
      'application/atom+xml; charset=utf-8',
    ]);
    return { ...readFeed(answer.text), headers: answer.headers };
  };

  it('is valid without changes', async () => {
    const { head, items, headers } = await feed();
    expect(items).to.deep.equal([]);
    expect(head).to.include.keys('id', 'title', 'updated', 'link self');
    expect(headers).to.include({ 'access-control-allow-origin': '*' });
    expect(headers.link).to.include('rel="license"');
  });

  it('has an item for each change of a status once, in four languages, each with its own id', async () => {
    await fillRegister(web.connection, 300);
    for (const language of languages) {
      const { head, items } = await feed(language);
      expect(head['link self']).to.equal(`http://label.example/${language}/register/changes.atom`);
      expect(items.length).to.be.within(10, 100);
      expect(new Set(items.map(({ id }) => id)).size).to.equal(items.length);
      const days = items.map(({ updated }) => updated);
      expect([...days].sort().reverse()).to.deep.equal(days);
      for (const { id, title, updated, link } of items) {
        expect(Number.isNaN(Date.parse(updated)), id).to.equal(false);
        expect(title).to.not.equal('');
        expect((await visitor.get(new URL(link).pathname)).status, link).to.equal(200);
      }
    }
  });

  it('keeps the id of an item whatever else changes, and omits old changes', async () => {
    const number = labelNumber(2026, 77_777);
    const history = [
      { state: 'issuing', on: '2024-01-01' },
      { state: 'active', on: '2024-01-02' },
      { state: 'suspended', on: '2026-10-30' },
    ] as const;
    const about = async () => (await feed()).items.filter(({ id }) => id.includes(number));
    await web.publish({
      ...specimenEntry,
      number,
      state: 'suspended',
      history,
      changedAt: '2026-10-30T08:00:00.000Z',
    });
    const [first, ...others] = await about();
    expect([first?.term, others]).to.deep.equal(['suspended', []]);
    const organisation = { ...specimenEntry.organisation, name: 'A & B <i>\u0001"' };
    const next = [...history, { state: 'active', on: '2026-11-01' } as const];
    await web.publish({
      ...specimenEntry,
      number,
      organisation,
      history: next,
      changedAt: '2026-11-01T08:00:00.000Z',
    });
    const [second, again] = await about();
    expect([second?.term, again?.id]).to.deep.equal(['active', first?.id]);
    expect(second?.title).to.include('A & B <i>"').and.to.include('rétabli');
  });
});
