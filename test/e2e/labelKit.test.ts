// Tier: all.
import { expect } from 'chai';
import type { BrowserContextOptions } from 'playwright-core';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { languages } from '../../src/criteria/scheme.ts';
import { axeFindings, axeLanguages, widthOf } from '../support/browser/axeFindings.ts';
import { type IssuedLabel, issueLabel } from '../support/issueLabel.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type WebWithCast, webWithCast } from '../support/webWithCast.ts';

describe('the kit of a label in a real browser', () => {
  let site: Site<WebWithCast>;
  let holder: IssuedLabel;
  let at: string;
  before(async () => {
    site = await openSite((publicUrl) => webWithCast('label-kit-pages', { publicUrl }));
    holder = await issueLabel(site.web, site.web.cast, 'holder');
    at = `/organisations/${holder.organisationId}/labels/${holder.number}`;
  });
  after(() => site?.stop());

  const open = async (options: BrowserContextOptions) => {
    const context = await site.newContext(options);
    const page = await context.newPage();
    await site.signIn(page, holder.owner);
    return page;
  };

  it('has no axe findings, fits a phone, and shows every badge, in four languages, and in dark mode in French', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open({ viewport: { width: 390, height: 844 }, colorScheme });
      for (const language of colorScheme === 'light' ? languages : (['fr'] as const)) {
        await page.goto(`${site.origin}/${language}${at}`, { waitUntil: 'load' });
        expect(await widthOf(page), language).to.equal(390);
        if (axeLanguages.includes(language)) expect(await axeFindings(page), language).to.deep.equal([]);
        const drawn = await page.evaluate(
          '[...document.querySelectorAll("main img")].map((one) => one.naturalWidth)',
        );
        expect(drawn, language).to.deep.equal([300, 300, 64]);
      }
      await page.context().close();
    }
  });

  it('has no axe findings while the label is not valid', async () => {
    const { web } = site;
    const entry = requireVisible(await web.deps.store.entry(holder.number));
    const page = await open({ viewport: { width: 390, height: 844 } });
    for (const state of ['suspended', 'withdrawn'] as const) {
      await web.publish({ ...entry, state });
      await page.goto(`${site.origin}/fr${at}`);
      expect(await widthOf(page), state).to.equal(390);
      expect(await axeFindings(page), state).to.deep.equal([]);
    }
    await web.publish(entry);
    await page.context().close();
  });

  it('copies a text with a button and confirms; without scripts it shows a selectable text', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`${site.origin}/fr${at}`);
    const card = page.locator('.kit-code', { has: page.locator('#code-mail') });
    await card.getByRole('button').click();
    await card.getByText('C’est copié.').waitFor();
    const copied = await page.evaluate('navigator.clipboard.readText()');
    expect(copied).to.equal(await page.inputValue('#code-mail'));
    await page.context().close();

    const plain = await open({ javaScriptEnabled: false });
    await plain.goto(`${site.origin}/fr${at}`);
    expect(await plain.locator('.kit-code button:visible').count()).to.equal(0);
    await plain.getByRole('link', { name: 'Deutsch' }).last().click();
    await plain.waitForURL(/language=de/);
    expect(await plain.inputValue('#code-html')).to.include('language=de');
    await plain.context().close();
  });
});
