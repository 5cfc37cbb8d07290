import { expect } from 'chai';
import { parse } from 'node-html-parser';
import type { Person } from '../../../src/commands/items/items.ts';
import { manyFiles, organisationOf } from '../../support/samples/manyFiles.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

describe('the board and the ties of an officer, page by page', () => {
  let web: TestWeb;
  let officer: Person;
  let browser: Browser;
  let files: Awaited<ReturnType<typeof manyFiles>>;

  before(async () => {
    web = await testWeb('board');
    officer = await web.person('officer', 'officer');
    browser = await web.browser(officer);
  });
  after(() => web.stop());

  /** Every page of a list from the first on, as its links lead. */
  const pagesFrom = async (path: string) => {
    const pages: ReturnType<typeof parse>[] = [];
    for (let href: string | undefined = path; href !== undefined; ) {
      const page: ReturnType<typeof parse> = parse((await browser.get(href)).text);
      pages.push(page);
      href = page.querySelector('a[rel=next]')?.getAttribute('href');
    }
    return pages;
  };
  const linked = (page: ReturnType<typeof parse>) =>
    page.querySelectorAll('.offer a').map((link) => link.getAttribute('href')?.split('/').at(-1));

  it('fit on one page when short', async () => {
    for (const path of ['/fr/board', '/fr/ties']) {
      const page = parse((await browser.get(path)).text);
      expect(page.querySelector('.pages'), path).to.equal(null);
      expect(page.querySelector('form[method=get]'), path).to.equal(null);
    }
  });

  it('link by “Suite” until every file was shown once, with the count of every state', async () => {
    files = await manyFiles(web.connection, 500);
    const submitted = files.filter(({ submittedAt }) => submittedAt !== null);
    const pages = await pagesFrom('/fr/board');
    expect(pages[0]?.querySelector('a[rel=next]')?.textContent).to.include('Suite');
    expect(pages.map((page) => linked(page).length)).to.deep.equal([100, 100, 100, 100, 75]);
    expect(pages.flatMap(linked).sort()).to.deep.equal(submitted.map(({ id }) => id).sort());
    const granted = submitted.filter(({ state }) => state === 'granted').length;
    for (const page of pages) expect(page.textContent).to.include(`Label accordé (${granted})`);
    const first = pages.at(-1)?.querySelector('a[rel=prev]')?.getAttribute('href');
    expect(first).to.equal('/fr/board');
  });

  it('start at a given state, and at the beginning for an invalid address', async () => {
    const granted = files.filter(({ state, submittedAt }) => state === 'granted' && submittedAt !== null);
    const at = async (after: string) =>
      linked(parse((await browser.get(`/fr/board?after=${after}`)).text))[0];
    expect(await at('granted~')).to.equal(granted[0]?.id);
    expect(await at(`granted~${granted[0]?.id}`)).to.equal(granted[1]?.id);
    const first = linked(parse((await browser.get('/fr/board')).text))[0];
    for (const nothing of ['draft~', 'granted', '~', 'none~x', '&after=granted~', '%7B%22$gt%22:%22%22%7D']) {
      expect(await at(nothing), nothing).to.equal(first);
    }
  });

  it('list organisations by name, a hundred at a time, and accept a tie from any page', async () => {
    const organisations = [...new Set(files.map(({ context }) => context.organisationId))].sort();
    const offered = (page: ReturnType<typeof parse>) =>
      page
        .querySelectorAll('select[name=organisation] option')
        .map((option) => option.getAttribute('value') ?? '')
        .filter((value) => value !== '');
    const pages = await pagesFrom('/fr/ties');
    expect(pages.map((page) => offered(page).length)).to.deep.equal([100, 25]);
    expect(pages.flatMap(offered)).to.deep.equal(organisations);
    const searched = parse((await browser.get('/fr/ties?q=SPECIMEN%20O00012')).text);
    expect(offered(searched)).to.deep.equal(organisations.slice(-5));
    expect((await browser.get('/fr/ties?q=nobody')).text).to.include('Aucune organisation');

    const last =
      pages.at(-1)?.querySelector('form[action^="/fr/ties"][method=post]')?.getAttribute('action') ?? '';
    const tie = { organisation: organisationOf(499), kind: 'kin', since: '2026-01-15', share: '', note: '' };
    const refused = await browser.post(last, { ...tie, since: '2099-01-01' });
    expect(refused.status).to.equal(422);
    const chosen = parse(refused.text).querySelector('select[name=organisation] option[selected]');
    expect(chosen?.getAttribute('value'), 'what was chosen is still there').to.equal(tie.organisation);
    expect((await browser.post(last, tie)).status).to.equal(303);
    const counts = (await pagesFrom('/fr/board')).flatMap(linked);
    expect(counts, 'none of its files').to.have.length(475 - 4);
    expect((await pagesFrom('/fr/ties')).flatMap(offered)).to.deep.equal(organisations.slice(0, -1));
  });
});
