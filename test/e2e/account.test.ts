// Tier: all. Budget: 7 s.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { languages } from '../../src/criteria/scheme.ts';
import { axeFindings, widthOf } from '../support/browser/axeFindings.ts';
import { type PasskeyWeb, passkeyWeb } from '../support/browser/passkeyBrowser.ts';
import { linkFor } from '../support/servers/signInLetter.ts';

describe('sign-in and account in a real browser', () => {
  let site: PasskeyWeb;
  before(async () => {
    site = await passkeyWeb('account-pages', { requireStrongSignIn: true });
  });
  after(() => site.stop());

  let walkers = 0;
  /** Walks through every page of the way in, in the order a person meets them, and looks at each. */
  const walk = async (page: Page, language: string, look: (name: string) => Promise<void>) => {
    walkers += 1;
    const person = await site.web.person(`walker-${walkers}`, 'officer');
    const at = (path: string) => `${site.origin}/${language}/${path}`;
    await page.goto(at('lists/files'));
    await look('sign-in');
    await page.locator('#email').fill(person.email);
    await page.locator('form.card button').click();
    await page.waitForURL(at('sign-in/code'));
    await look('code');
    await page.locator('#code').fill('12');
    await page.locator('form.card button').click();
    await page.locator('.govuk-error-summary').waitFor();
    await look('code refused');
    const link = linkFor(site.web.letters, person.email);
    await page.goto(`${site.origin}${link}`);
    await look('link');
    await page.locator('form.card button').click();
    await page.waitForURL(at('account/passkey-offer'));
    await look('offer');
    await page.goto(at('account'));
    await look('account, by code');
    await page.locator('[data-passkey] button').click();
    await page.locator('form[action$="/passkeys/remove"]').waitFor();
    await look('account, by passkey');
    await page.goto(at('organisations/new'));
    await page.locator('#name').fill('Association Spécimen du Modèle');
    await site.web.deps.sessions.endAll(person.id);
    await page.locator('form.card button').click();
    await page.waitForURL(at('sign-in'));
    await look('sign-in again');
    await page.locator('[data-passkey] button').click();
    await page.waitForURL(at('typed'));
    await look('typed');
  };

  for (const language of languages) {
    const schemes = language === 'fr' ? (['light', 'dark'] as const) : [];
    const withAxe = schemes.length > 0 ? ' and has no axe findings, light or dark' : '';
    it(`fits a phone and a desk${withAxe}, in ${language}`, async () => {
      const { page, context } = await site.open();
      await walk(page, language, async (name) => {
        for (const width of [390, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          expect(await widthOf(page), `${name} at ${width}`).to.equal(width);
        }
        expect(await page.locator('h1').count(), name).to.equal(1);
        for (const colorScheme of schemes) {
          await page.emulateMedia({ colorScheme });
          expect(await axeFindings(page), `${name}, ${colorScheme}`).to.deep.equal([]);
        }
      });
      await context.close();
    });
  }
});
