// Tier: all. Budget: 11 s.
import { expect } from 'chai';
import type { BrowserContext } from 'playwright-core';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { languages } from '../../src/criteria/scheme.ts';
import { axeFindings, axeLanguages, widthOf } from '../support/browser/axeFindings.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type OpenDraft, type WebWithApplicants, webWithApplicants } from '../support/webWithApplicants.ts';

const themes = ['FIN', 'LUC', 'GOU', 'TRA', 'TRV', 'ENV', 'COO'];

describe('pages of an application in a real browser', () => {
  let web: WebWithApplicants;
  let site: Site<WebWithApplicants>;
  let origin: string;
  let draft: OpenDraft;
  let pages: readonly string[];

  before(async () => {
    site = await openSite((publicUrl) => webWithApplicants('application-pages', { publicUrl }));
    ({ web, origin } = site);
    draft = await web.completeDraft();
    const [offer] = requireVisible(await web.deps.store.selfAssessment(draft.id)).offersNamed;
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
  });
  after(() => site?.stop());

  const signedIn = async (context: BrowserContext) => {
    const page = await context.newPage();
    await site.signIn(page, draft.owner);
    return page;
  };

  it('fit a phone in four languages, and have no axe findings', async () => {
    const context = await site.newContext({ viewport: { width: 390, height: 844 } });
    const page = await signedIn(context);
    for (const language of languages) {
      // The cards of all themes are alike: beside French, two of them stand for the seven.
      const shown = pages.filter((path) => language === 'fr' || !/themes\/(LUC|GOU|TRA|ENV|COO)/.test(path));
      for (const path of shown) {
        const where = `/${language}/applications/${draft.id}${path}`;
        const answer = await page.goto(`${origin}${where}`);
        expect(answer?.status(), where).to.equal(200);
        expect(await widthOf(page), where).to.equal(390);
        if (axeLanguages.includes(language)) expect(await axeFindings(page), where).to.deep.equal([]);
      }
    }
    await context.close();
  });

  it('keep the buttons that send in sight, apart from each other, above answers by theme that open', async () => {
    const context = await site.newContext({ viewport: { width: 390, height: 844 } });
    const page = await signedIn(context);
    await page.goto(`${origin}/fr/applications/${draft.id}/submit`);
    const buttons = page.locator('main form .savebar button');
    for (const end of ['0', 'document.body.scrollHeight / 3', '0']) {
      await page.evaluate(`window.scrollTo(0, ${end})`);
      const [send, later] = await buttons.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
      expect(
        [send?.top, later?.bottom].every((y) => y !== undefined && y >= 0 && y <= 844),
        end,
      ).to.equal(true);
      expect(Number(later?.top) - Number(send?.bottom), end).to.be.at.least(6);
    }
    const themes = page.locator('details.recap');
    const tops = await themes.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
    for (const [at, { top }] of tops.entries())
      if (at > 0) expect(top - Number(tops[at - 1]?.bottom)).to.be.at.least(8);
    const first = themes.first().locator('dl');
    expect([tops.length > 7, await first.isVisible()]).to.deep.equal([true, false]);
    await themes.first().locator('summary').click();
    expect(await first.isVisible()).to.equal(true);
    await context.close();
  });

  it('have no axe findings in dark mode', async () => {
    const context = await site.newContext({ colorScheme: 'dark' });
    const page = await signedIn(context);
    for (const path of pages.filter((one) => !/themes\/(LUC|GOU|TRA|ENV|COO)/.test(one))) {
      await page.goto(`${origin}/fr/applications/${draft.id}${path}`);
      expect(await axeFindings(page), path).to.deep.equal([]);
    }
    await context.close();
  });
});
