// Tier: all. Budget: 6 s.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { type Language, languages } from '../../src/criteria/scheme.ts';
import { axeFindings, axeLanguages, widthOf } from '../support/browser/axeFindings.ts';
import { browserWith } from '../support/browser/browser.ts';
import { writeCodeFilm } from '../support/browser/fakeCamera.ts';
import { specimenEntry } from '../support/samples/specimenEntry.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

const { number } = specimenEntry;
const list = `${number}\nMIE-26-00043-D\n${number}\npain\nboulangerie-specimen.example\nautre.example`;

describe('the look-up in a real browser', () => {
  let site: Site<TestWeb>;
  before(async () => {
    site = await openSite((publicUrl) => testWeb('lookUpPage', { publicUrl }));
    await site.web.publish(specimenEntry);
  });
  after(() => site?.stop());

  const looksRight = async (page: Page, language: Language) => {
    // Axe sees a phone in French and a desktop in German.
    for (const width of language === 'fr' ? [1280, 390] : [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await widthOf(page)).to.be.at.most(width);
    }
    if (axeLanguages.includes(language)) expect(await axeFindings(page)).to.deep.equal([]);
  };

  it('works on a phone and a desktop in every language, without a script', async () => {
    // The rules of pages are looked at by a script of the test itself.
    const context = await site.newContext();
    await context.route('**/*.js*', (route) => route.abort());
    const page = await context.newPage();
    for (const language of languages) {
      await page.goto(`${site.origin}/${language}/verify?q=www.specimen.example`);
      expect(await page.locator('.scan').isVisible()).to.equal(false);
      await looksRight(page, language);
      expect(await page.locator('.lookup__site').isVisible()).to.equal(true);
      await page.fill('#q', 'https://shop.boulangerie-specimen.example/pain');
      await page.press('#q', 'Enter');
      await page.waitForSelector('.several');
      expect(await page.locator('.several th a').getAttribute('href')).to.equal(
        `/${language}/labels/${number}`,
      );
      await looksRight(page, language);
      await page.goto(`${site.origin}/${language}/verify?q=levain&on=2026-10-05`);
      expect(await page.locator('.several tbody tr').count()).to.equal(1);
      await looksRight(page, language);
      await page.goto(`${site.origin}/${language}/verify`);
      await page.fill('#q', number.toLowerCase());
      await page.click('.lookup summary');
      await page.fill('#on', '2026-10-05');
      await page.press('#on', 'Enter');
      await page.waitForURL(`**/${language}/labels/${number}?on=2026-10-05#asked`);
      await page.goto(`${site.origin}/${language}/verify/several`);
      await looksRight(page, language);
      await page.fill('#numbers', list);
      await page.click('form button');
      await page.waitForSelector('.several');
      expect(await page.locator('.several tbody tr').count()).to.equal(6);
      await looksRight(page, language);
    }
    await context.close();
  });

  it('prints a list without its form', async () => {
    const context = await site.newContext();
    const page = await context.newPage();
    await page.goto(`${site.origin}/fr/verify/several`);
    await page.fill('#numbers', list);
    await page.click('form button');
    await page.waitForSelector('.several');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.several').isVisible()).to.equal(true);
    expect(await page.locator('#numbers').isVisible()).to.equal(false);
    await context.close();
  });

  describe('with a camera', () => {
    let folder: string;
    let film: string;
    let browser: Browser;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'camera-'));
      film = join(folder, 'code.y4m');
      await writeCodeFilm(film, '');
      browser = await browserWith([
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${film}`,
      ]);
    });
    after(async () => {
      await browser?.close();
      await rm(folder, { recursive: true });
    });

    /** A page that has begun to look at a code; `asked` collects what it asks the network for. */
    const scan = async (text: string, language: Language = 'fr', asked: string[] = []): Promise<Page> => {
      await writeCodeFilm(film, text);
      const page = await browser.newPage();
      await page.goto(`${site.origin}/${language}/verify`);
      page.on('request', (request) => asked.push(request.url()));
      await page.click('.scan__start');
      return page;
    };

    it('opens the page of a label from its code', async () => {
      for (const language of languages) {
        for (const text of [`${site.origin}/labels/${number}`, number]) {
          const page = await scan(text, language);
          await page.waitForURL(`**/${language}/labels/${number}`);
          await page.close();
        }
      }
    });

    it('shows any other code without following it', async () => {
      for (const text of [
        `https://evil.example/labels/${number}`,
        'WIFI:S:home;P:secret;;',
        'javascript:alert(1)',
      ]) {
        const asked: string[] = [];
        const page = await scan(text, 'fr', asked);
        await page.getByText('Ce code n’est pas le nôtre').waitFor();
        expect(await page.textContent('.scan__says')).to.include(text);
        expect(new URL(page.url()).pathname).to.equal('/fr/verify');
        const followed = asked.filter((url) => !url.startsWith(`${site.origin}/assets/`));
        expect(followed, 'beside what the page itself is made of').to.deep.equal([]);
        expect(await page.locator('video').isVisible(), 'and the camera is off').to.equal(false);
        expect(await axeFindings(page)).to.deep.equal([]);
        await page.close();
      }
    });

    it('says in every language that a code is foreign', async () => {
      for (const language of languages) {
        const page = await scan('https://evil.example', language);
        await page.locator('.scan__says', { hasText: 'https://evil.example' }).waitFor();
        expect(await axeFindings(page), language).to.deep.equal([]);
        await page.close();
      }
    });

    it('reports a refused camera', async () => {
      const page = await (await browser.newContext({ permissions: [] })).newPage();
      await page.addInitScript(
        "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))",
      );
      await page.goto(`${site.origin}/fr/verify`);
      await page.click('.scan__start');
      await page.getByText('La caméra n’est pas disponible').waitFor();
      await page.close();
    });
  });
});
