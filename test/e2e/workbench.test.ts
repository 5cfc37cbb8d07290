// Tier: all. Budget: 25 s.
import { expect } from 'chai';
import type { BrowserContext, Page } from 'playwright-core';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Person } from '../../src/commands/items/items.ts';
import { viewReview } from '../../src/commands/review/views/viewReview.ts';
import { languages } from '../../src/criteria/scheme.ts';
import { axeFindings, axeLanguages, widthOf } from '../support/browser/axeFindings.ts';
import { enterCode, openSite, type Site } from '../support/servers/site.ts';
import { type WebWithCast, webWithCast } from '../support/webWithCast.ts';

describe('the workbench in a real browser', () => {
  let web: WebWithCast;
  let site: Site<WebWithCast>;
  let origin: string;
  let reviewers: readonly [Person, Person];
  let reviewIds: readonly [string, string];
  const contexts: BrowserContext[] = [];

  before(async () => {
    site = await openSite((publicUrl) => webWithCast('workbench-browser', { publicUrl }));
    ({ web, origin } = site);
    ({ reviewers, reviewIds } = await web.fileInEvaluation());
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    expect(web.logged.splice(0), 'nothing here is an error of ours').to.deep.equal([]);
  });
  after(() => site?.stop());

  const open = async (person: Person, path: string): Promise<Page> => {
    const context = await site.newContext({ locale: 'fr-CH', viewport: { width: 1280, height: 900 } });
    contexts.push(context);
    const page = await context.newPage();
    await site.signIn(page, person);
    await page.goto(`${origin}${path}`);
    return page;
  };
  const says = (page: Page, words: string | RegExp) =>
    page.locator('.savebar__said').filter({ hasText: words }).waitFor();
  const scoreOf = async (reviewId: string, criterion: string) =>
    requireVisible(await web.deps.store.review(reviewId)).scores.find(
      (score) => score.criterion === criterion,
    );

  it('completes a whole review by keyboard', async () => {
    const [reviewId] = reviewIds;
    const { places } = await viewReview(web.deps, reviewers[0], reviewId);
    const page = await open(reviewers[0], `/fr/review/${reviewId}/FIN-01`);
    const { keyboard } = page;
    for (const [i, { criterion, claim }] of places.entries()) {
      const here = page.url();
      await keyboard.press(claim.level === 'na' ? 'n' : i === 0 ? '2' : String(claim.level));
      if (i === 0) {
        await keyboard.press('c');
        await keyboard.type('2 pages, not 3: n, j, k and f are letters here.');
        await keyboard.press('Escape');
        await keyboard.press('f');
        await keyboard.press('ArrowDown');
        await keyboard.press('Tab');
        await keyboard.type('Le suivi.');
        await keyboard.press('Escape');
      }
      await keyboard.press(i % 2 === 0 ? 'j' : 'ArrowRight');
      await page.waitForURL((url) => url.href !== here);
      expect(new URL(page.url()).searchParams.get('saved'), criterion.id).to.include(criterion.id);
    }
    expect(await scoreOf(reviewId, 'FIN-01')).to.deep.include({
      level: 2,
      comment: '2 pages, not 3: n, j, k and f are letters here.',
      finding: { grade: 'minor', text: 'Le suivi.' },
    });
    await page.locator('form[action$="/deliver"] button').press('Enter');
    await page.getByText('Votre évaluation est rendue').waitFor();
    expect(requireVisible(await web.deps.store.review(reviewId)).state).to.equal('delivered');
  });

  it('goes back by key, lists its keys, and can switch them off', async () => {
    const page = await open(reviewers[1], `/fr/review/${reviewIds[1]}/FIN-02`);
    await page.keyboard.press('k');
    await page.waitForURL(/FIN-01\?saved=FIN-02/);
    await page.keyboard.press('?');
    await page.locator('#keys[open] kbd').first().waitFor();
    await page.getByRole('button', { name: 'Désactiver les touches' }).press('Enter');
    await page.locator('h1').click();
    await page.keyboard.press('3');
    await page.keyboard.press('j');
    expect(await page.locator('input[name=level]:checked').count()).to.equal(0);
    await page.getByRole('button', { name: 'Activer les touches' }).press('Enter');
    await page.keyboard.press('3');
    expect(await page.locator('input[name=level]:checked').getAttribute('value')).to.equal('3');
    await says(page, /^Enregistré/);
  });

  it('saves by itself, lists what is missing, and keeps input offline until it can be sent', async () => {
    const [, reviewId] = reviewIds;
    const page = await open(reviewers[1], `/fr/review/${reviewId}/LUC-01`);
    await page.keyboard.press('0');
    await page.getByText('Dites-lui pourquoi').waitFor();
    await page.locator('.chip[aria-current] .chip__sign', { hasText: '!' }).waitFor();
    await page.context().setOffline(true);
    await page.locator('textarea[name=comment]').fill('Écrit dans le train');
    await page.locator('h1').click();
    await says(page, 'Hors ligne');
    expect((await scoreOf(reviewId, 'LUC-01'))?.comment).to.equal('');
    await page.context().setOffline(false);
    await says(page, /^Enregistré/);
    expect((await scoreOf(reviewId, 'LUC-01'))?.comment).to.equal('Écrit dans le train');
    expect(await page.getByText('Dites-lui pourquoi').count()).to.equal(0);

    await page.route('**/LUC-01', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    page.on('dialog', (dialog) => dialog.accept());
    await page.locator('.private summary').click();
    await page.locator('textarea[name=note]').fill('Note du tunnel');
    await page.locator('h1').click();
    await says(page, 'Hors ligne');
    await page.unroute('**/LUC-01');
    await page.reload();
    await says(page, /^Enregistré/);
    expect((await scoreOf(reviewId, 'LUC-01'))?.note).to.equal('Note du tunnel');
  });

  it('asks to sign in after the session expired, and saves what was written', async () => {
    const [, reviewId] = reviewIds;
    const page = await open(reviewers[1], `/fr/review/${reviewId}/TRA-01`);
    await web.deps.sessions.endAll(reviewers[1].id);
    await page.evaluate(
      "addEventListener('beforeunload', () => document.querySelector('textarea[name=note]').dispatchEvent(new Event('change', { bubbles: true })))",
    );
    const saves: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && saves.push(request.url()));
    await page.locator('textarea[name=comment]').fill('Écrit trop tard');
    await page.locator('h1').click();
    await page.waitForURL(/sign-in/);
    expect(saves, 'saves while the browser leaves for the sign-in page').to.have.length(1);
    await enterCode(page, reviewers[1].email, web);
    // Signing in leads back to the page, which sends what it kept. To open it once more here would cut that save off.
    await page.waitForURL(`${origin}/fr/review/${reviewId}/TRA-01`);
    await says(page, /^Enregistré/);
    expect((await scoreOf(reviewId, 'TRA-01'))?.comment).to.equal('Écrit trop tard');
  });

  it('fits a phone and a desktop in four languages, and has no axe findings', async () => {
    const [, reviewId] = reviewIds;
    const page = await open(reviewers[1], `/fr/review/${reviewId}`);
    for (const language of languages) {
      for (const path of ['', '/LUC-01']) {
        for (const width of [390, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          const where = `/${language}/review/${reviewId}${path}`;
          await page.goto(`${origin}${where}`);
          await page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true");
          expect(await widthOf(page), where).to.equal(width);
          if (axeLanguages.includes(language))
            expect(await axeFindings(page), `${where} ${width}`).to.deep.equal([]);
        }
      }
    }
  });
});
