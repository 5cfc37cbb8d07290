// Tier: all. Budget: 10 s.
import { createHash } from 'node:crypto';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { languages } from '../../src/criteria/scheme.ts';
import { type Issued, issue } from '../issuing/readBack/issued.ts';
import { axeFindings, axeLanguages, widthOf } from '../support/browser/axeFindings.ts';
import { specimenEntry } from '../support/samples/specimenEntry.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

describe('checking a file in a real browser', () => {
  let site: Site<TestWeb>;
  let issued: Issued;
  /** A picture on which no machine finds a number. */
  let empty: Buffer;
  before(async () => {
    issued = await issue();
    empty = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    site = await openSite((publicUrl) => testWeb('verifyPage', { publicUrl }));
    const digest = createHash('sha256').update(issued.files.webp).digest('hex');
    const file = {
      kind: 'badgeWebp',
      width: 512,
      revision: 1,
      digest,
      size: issued.files.webp.length,
    } as const;
    await site.web.publish({ ...specimenEntry, files: [file] });
  });
  after(() => site.stop());

  const bring = async (page: Page, name: string, buffer: Buffer): Promise<void> => {
    await page.setInputFiles('input[type=file]', { name, mimeType: 'application/octet-stream', buffer });
    await page.click('form[enctype] button');
    await page.waitForSelector('.verdict');
  };

  it('works on a phone and a desktop in every language, without a script', async () => {
    // The rules of pages are looked at by a script of the test itself.
    const context = await site.newContext();
    await context.route('**/*.js', (route) => route.abort());
    const page = await context.newPage();
    for (const language of languages) {
      const looksRight = async () => {
        // Axe sees a phone in French and a desktop in German.
        for (const width of language === 'fr' ? [1280, 390] : [390, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          expect(await widthOf(page)).to.be.at.most(width);
        }
        if (axeLanguages.includes(language)) expect(await axeFindings(page)).to.deep.equal([]);
      };
      await page.goto(`${site.origin}/${language}/verify`);
      await looksRight();
      await bring(page, 'badge.webp', issued.files.webp);
      expect(await page.locator('.verdict--valid').count()).to.equal(1);
      expect(await page.locator('.checks__one').count()).to.equal(3);
      await looksRight();
      await page.goto(`${site.origin}/${language}/verify`);
      await bring(page, 'certificate.pdf', issued.files.certificate);
      expect(await page.locator('.verdict--withdrawn').count()).to.equal(1);
      await looksRight();
      await page.goto(`${site.origin}/${language}/verify`);
      await bring(page, 'capture.png', empty);
      await looksRight();
      await page.fill('input[name=q]', specimenEntry.number);
      await page.press('input[name=q]', 'Enter');
      await page.waitForURL(`${site.origin}/${language}/labels/${specimenEntry.number}`);
    }
    await context.close();
  });
});
