// Tier: all. Budget: 26 s.
import { expect } from 'chai';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { languages } from '../../src/criteria/scheme.ts';
import {
  advanceToEvaluation,
  advanceToLabel,
  castOf,
  deliver,
  filledDraft,
} from '../support/applicationSteps.ts';
import { type DeskWorld, deskWorld } from '../support/barred/deskWorld.ts';
import { axeFindings, axeLanguages, widthOf } from '../support/browser/axeFindings.ts';
import { officePages } from '../support/pages/officePages.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

describe('pages in a real browser', () => {
  let web: TestWeb;
  let site: Site<TestWeb>;
  let origin: string;
  let label: string;
  let offer: string;

  before(async () => {
    site = await openSite((publicUrl) => testWeb('browser', { publicUrl }));
    ({ web, origin } = site);
    const cast = await castOf(web);
    const { id, owner } = await filledDraft(web.deps, cast.owner);
    const reviewIds = await advanceToEvaluation(web.deps, cast, id, owner);
    for (const [i, reviewId] of reviewIds.entries())
      await deliver(web.deps, cast.reviewers[i as 0 | 1], reviewId);
    label = `labels/${await advanceToLabel(web.deps, cast, id, owner)}`;
    await web.work();
    const [one] = await web.deps.store.entries(1);
    offer = `${label}/offers/${requireVisible(one?.offers[0]).id}`;
  });
  after(() => site?.stop());

  const paths = () => [
    '',
    'how',
    'criteria',
    'register',
    'register?q=levian',
    'register?q=xyzxyz&leman=yes',
    'register/places',
    'guarantees',
    'glossary',
    offer,
    'apply',
    'privacy',
    'api',
    'sign-in',
    label,
  ];
  const open = async (page: Page, language: string, path: string) => {
    const answer = await page.goto(`${origin}/${language}/${path}`);
    expect(answer?.status(), path).to.equal(200);
  };

  for (const language of languages) {
    const withAxe = axeLanguages.includes(language);
    it(`fit a phone and a desktop${withAxe ? ' and have no axe findings' : ''}, in ${language}`, async () => {
      const context = await site.newContext();
      const page = await context.newPage();
      for (const path of paths()) {
        await open(page, language, path);
        for (const width of [390, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          expect(await widthOf(page), `${path} at ${width}`).to.equal(width);
        }
        if (withAxe) expect(await axeFindings(page), path).to.deep.equal([]);
      }
      await context.close();
    });
  }

  it('have no axe findings in dark mode', async () => {
    const context = await site.newContext({ colorScheme: 'dark' });
    const page = await context.newPage();
    for (const path of paths()) {
      await open(page, 'fr', path);
      expect(await axeFindings(page), path).to.deep.equal([]);
    }
    await context.close();
  });

  it('print a label and an offer with the code to scan, without any form or the heading of one', async () => {
    const page = await (await site.newContext()).newPage();
    await page.emulateMedia({ media: 'print' });
    for (const path of [label, offer]) {
      await open(page, 'fr', path);
      for (const part of ['form', 'input', 'button', '#asked'])
        expect(await page.locator(`${part}:visible`).count(), `${part} of ${path}`).to.equal(0);
      const badge = page.locator('img.badge');
      expect(await badge.getAttribute('src')).to.include('form=large');
      expect(
        await page.evaluate<number>("document.querySelector('img.badge').naturalWidth"),
      ).to.be.greaterThan(0);
      const task = getDocument({ data: new Uint8Array(await page.pdf({ format: 'A4' })), verbosity: 0 });
      expect((await task.promise).numPages, `sheets of ${path}`).to.be.at.most(2);
      await task.destroy();
    }
    await page.goto(`${origin}/fr/${label}?on=2026-12-01`);
    expect(await page.locator('#asked').isVisible(), 'where it has an answer').to.equal(true);
    await page.context().close();
  });

  it('use roles where they may stand', async () => {
    const page = await (await site.newContext()).newPage();
    await open(page, 'fr', 'guarantees');
    expect(await axeFindings(page, 'main')).to.deep.equal([]);
    await page.context().close();
  });

  it('lead a newcomer without JavaScript from "Commencer" to the first question', async () => {
    const context = await site.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 800 },
    });
    const page = await context.newPage();
    await page.goto(`${origin}/fr`);
    await page.getByRole('link', { name: 'Commencer' }).click();
    await page.getByRole('button', { name: 'Ouvrir mon dossier' }).click();
    await page.getByLabel('e-mail').fill('newcomer@specimen.example');
    await page.getByRole('button', { name: 'Recevoir un code' }).click();
    const code = /\d{6}/.exec(web.letters.at(-1)?.text ?? '')?.[0] ?? '';
    await page.getByLabel('code').fill(code);
    await page.getByRole('main').getByRole('button').first().click();
    expect(new URL(page.url()).pathname).to.equal('/fr/organisations/new');
    await page.getByLabel('Nom de l’organisation').fill('Association Spécimen');
    await page.getByLabel('Forme').selectOption('association');
    await page.getByLabel('Rue et numéro').fill('Rue du Modèle 2');
    await page.getByLabel('Code postal').fill('1201');
    await page.getByLabel('Commune').fill('Genève');
    await page.locator('main form button[type="submit"]').last().click();
    expect(new URL(page.url()).pathname).to.match(/^\/fr\/applications\/A-2026-\d{6}$/);
    await page.getByRole('link', { name: 'Utile à toutes et tous' }).click();
    expect(await page.textContent('main')).to.include('Votre but utile à la collectivité');
    await context.close();
  });
});

describe('pages of the office in a real browser', () => {
  let site: Site<TestWeb>;
  let world: DeskWorld;
  before(async () => {
    site = await openSite(async (publicUrl) => {
      world = await deskWorld('office-pages', { publicUrl });
      return world.web;
    });
  });
  after(() => site?.stop());

  it('fit a phone and a desktop with all unfolded, and have no axe findings, in the light and in the dark', async () => {
    const faults: string[] = [];
    for (const { person, paths } of await officePages(world)) {
      const page = await (await site.newContext({ locale: 'fr-CH' })).newPage();
      if (person) await site.signIn(page, person);
      for (const path of paths)
        for (const language of ['de', 'fr'] as const) faults.push(...(await faultsOf(page, path, language)));
      await page.context().close();
    }
    expect(faults).to.deep.equal([]);
  });

  it('close a menu by the Escape key, and once the focus has left it', async () => {
    const page = await (await site.newContext({ locale: 'fr-CH' })).newPage();
    await site.signIn(page, requireVisible(world.staff[0]).person);
    await page.goto(`${site.origin}/fr/day`);
    const menu = page.locator('.doors details');
    const opened = async () => {
      await menu.locator('summary').press('Enter');
      await page.keyboard.press('Tab');
      expect(
        await menu
          .locator('a')
          .first()
          .evaluate((link) => link.matches(':focus')),
      ).to.equal(true);
    };
    await opened();
    await page.keyboard.press('Escape');
    expect(await menu.getAttribute('open')).to.equal(null);
    await opened();
    for (const _ of ['its button', 'the door before']) await page.keyboard.press('Shift+Tab');
    expect(await menu.getAttribute('open')).to.equal(null);
    await page.context().close();
  });

  /** German, of the longest words, is looked at in the light and on a phone; French, which binds, in the dark and on a desktop. */
  const withAxe = {
    de: { width: 390, colorScheme: 'light' },
    fr: { width: 1280, colorScheme: 'dark' },
  } as const;
  const faultsOf = async (page: Page, path: string, language: keyof typeof withAxe): Promise<string[]> => {
    const [where, faults] = [`/${language}${path}`, [] as string[]];
    const answer = await page.goto(`${site.origin}${where}`);
    if (answer?.status() !== 200) return [`${where} ${answer?.status()}`];
    await page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true");
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const needed = await widthOf(page);
      if (needed !== width) faults.push(`${where} needs ${needed} of ${width}`);
    }
    const { width, colorScheme } = withAxe[language];
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    return [...faults, ...(await axeFindings(page)).map((found) => `${where} ${found}`)];
  };
});
