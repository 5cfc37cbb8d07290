// Tier: all. Budget: 5 s.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type Language, languages } from '../../src/criteria/scheme.ts';
import { axeFindings, axeLanguages, widthOf } from '../support/browser/axeFindings.ts';
import { entryNumbered, insertEntries } from '../support/samples/insertEntries.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

/** As somebody types it: without accent, in the other number, with a slip of the finger. */
const typed: Record<Language, string> = {
  fr: 'velos reparation',
  de: 'fahrrader reparaturn',
  it: 'riparazoni bicicletta',
  en: 'velo reparations',
};

const offers = ['Réparation de vélos', 'Reparatur von Fahrrädern', 'Riparazione di biciclette'];

describe('the search of the register in a real browser', () => {
  let site: Site<TestWeb>;
  before(async () => {
    site = await openSite((publicUrl) => testWeb('searchPage', { publicUrl }));
    const workshop = { commune: 'Genève', legalForm: 'association', sector: 'mobility' } as const;
    await insertEntries(site.web.connection, [
      ...Array.from({ length: 25 }, (_, i) => entryNumbered(i + 1, { offers: [`Pain n° ${i + 1}`] })),
      entryNumbered(100, { name: 'Atelier du Rhône', offers, organisation: workshop }),
    ]);
  });
  after(() => site?.stop());

  const ask = async (page: Page, words: string) => {
    await page.fill('#q', words);
    await page.press('#q', 'Enter');
    await page.waitForURL((url) => url.searchParams.get('q') === words);
  };
  const found = (page: Page) => page.locator('.found__by a').allTextContents();

  it('finds, filters and pages in every language, on a phone and on a desktop, without a script', async () => {
    // The rules of pages are looked at by a script of the test itself.
    const context = await site.newContext();
    await context.route('**/*.js*', (route) => route.abort());
    const page = await context.newPage();
    const looksRight = async (language: Language) => {
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await widthOf(page), page.url()).to.equal(width);
      }
      if (axeLanguages.includes(language)) expect(await axeFindings(page), page.url()).to.deep.equal([]);
    };
    for (const language of languages) {
      await page.goto(`${site.origin}/${language}/register`);
      // Twenty labels; the newest has three offers.
      expect(await found(page)).to.have.length(22);
      await looksRight(language);
      await page.click('a[rel=next]');
      await page.waitForURL((url) => url.search !== '');
      expect(await found(page)).to.have.length(6);
      await ask(page, typed[language]);
      // Of the three offers the one that says the words.
      const rows = ['Atelier du Rhône'];
      expect(await found(page), typed[language]).to.deep.equal(rows);
      await looksRight(language);
      // What narrows it down lies over the list of a phone until it is closed.
      await page.click('.drawer-door button');
      if (axeLanguages.includes(language)) expect(await axeFindings(page), page.url()).to.deep.equal([]);
      await page.click('.drawer__close');
      await page.click('.drawer-door button');
      await page.click('.facet a[href*="form=association"]');
      await page.waitForURL(/form=association/);
      expect(await page.inputValue('#q'), 'what was typed stays').to.equal(typed[language]);
      expect(await found(page)).to.deep.equal(rows);
      await page.click('.taken__one');
      await page.waitForURL((url) => !url.searchParams.has('form'));
      await ask(page, 'xyzxyz');
      expect(await found(page)).to.deep.equal([]);
      await looksRight(language);
    }
    await context.close();
  });
});
