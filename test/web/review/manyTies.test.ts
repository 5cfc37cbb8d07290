import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { manyFiles, organisationOf } from '../../support/samples/manyFiles.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

describe('organisations that an officer may be tied to, page by page', () => {
  let web: TestWeb;
  let browser: Browser;

  before(async () => {
    web = await testWeb('many-ties');
    browser = await web.browser(await web.person('officer', 'officer'));
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

  it('fit on one page when there are few', async () => {
    const page = parse((await browser.get('/fr/ties')).text);
    expect(page.querySelector('.pages')).to.equal(null);
    expect(page.querySelector('form[method=get]')).to.equal(null);
  });

  it('list organisations by name, a hundred at a time, and accept a tie from any page', async () => {
    const files = await manyFiles(web.connection, 500);
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
    expect((await pagesFrom('/fr/ties')).flatMap(offered)).to.deep.equal(organisations.slice(0, -1));
  });
});
