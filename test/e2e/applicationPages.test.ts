import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'chai';
import type { Browser, BrowserContext } from 'playwright-core';
import { found } from '../../src/commands/found.ts';
import { languages } from '../../src/criteria/scheme.ts';
import { type ApplicantWeb, applicantWeb, type OpenDraft } from '../support/applicantWeb.ts';
import { openBrowser } from '../support/browser.ts';
import { codeFor } from '../support/signInLetter.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const themes = ['FIN', 'LUC', 'GOU', 'TRA', 'TRV', 'ENV', 'COO'];

describe('pages of an application in a real browser', function () {
  this.timeout(180_000);
  let web: ApplicantWeb;
  let server: Server;
  let browser: Browser;
  let origin: string;
  let draft: OpenDraft;
  let pages: readonly string[];

  before(async () => {
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    web = await applicantWeb('application-pages', { publicUrl: origin });
    server.on('request', web.server);
    draft = await web.filled();
    const [offer] = found(await web.deps.store.selfAssessment(draft.id)).offersNamed;
    pages = [
      '',
      '/figures',
      ...themes.map((theme) => `/themes/${theme}`),
      '/offers',
      `/offers/${offer?.id}`,
      `/offers/${offer?.id}/computation`,
      '/evidence',
      '/evidence?for=FIN-01',
      '/tasks',
      '/import',
      '/sponsors',
      '/withdraw',
      '/submit',
    ];
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    server.closeAllConnections();
    server.close();
    await web.stop();
  });

  const signedIn = async (context: BrowserContext) => {
    const page = await context.newPage();
    await page.goto(`${origin}/fr/sign-in`);
    await page.fill('input[name=email]', draft.owner.email);
    await page.press('input[name=email]', 'Enter');
    await page.fill('input[name=code]', codeFor(web.letters, draft.owner.email));
    await page.press('input[name=code]', 'Enter');
    await page.waitForURL((url) => !url.pathname.includes('/sign-in'));
    return page;
  };

  it('have nothing that axe finds in four languages, and fit a phone', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await signedIn(context);
    for (const language of languages) {
      // The cards of all themes are alike: beside French, two of them stand for the seven.
      const shown = pages.filter((path) => language === 'fr' || !/themes\/(LUC|GOU|TRA|ENV|COO)/.test(path));
      for (const path of shown) {
        const where = `/${language}/applications/${draft.id}${path}`;
        const answer = await page.goto(`${origin}${where}`);
        expect(answer?.status(), where).to.equal(200);
        expect(await page.evaluate('document.documentElement.scrollWidth'), where).to.equal(390);
        const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
        const said = violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${id} ${node.html.slice(0, 120)}`),
        );
        expect(said, where).to.deep.equal([]);
      }
    }
    await context.close();
  });

  it('have nothing that axe finds in the dark', async () => {
    const context = await browser.newContext({ colorScheme: 'dark' });
    const page = await signedIn(context);
    for (const path of pages.filter((one) => !/themes\/(LUC|GOU|TRA|ENV|COO)/.test(one))) {
      await page.goto(`${origin}/fr/applications/${draft.id}${path}`);
      const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
      expect(
        violations.map(({ id }) => id),
        path,
      ).to.deep.equal([]);
    }
    await context.close();
  });
});
