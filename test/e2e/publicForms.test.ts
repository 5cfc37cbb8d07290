// Tier: all.
import { expect } from 'chai';
import { limitRules } from '../../src/commands/ports/limitRules.ts';
import { languages } from '../../src/criteria/scheme.ts';
import { LabelError } from '../../src/errors.ts';
import { axeFindings, axeLanguages, widthOf } from '../support/browser/axeFindings.ts';
import { specimenEntry } from '../support/samples/specimenEntry.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

describe('what the public reads and reports, in a real browser', () => {
  let site: Site<TestWeb>;
  let tooSoon = false;
  before(async () => {
    const take = async (name: string) => {
      if (tooSoon && name === 'lookups') {
        throw new LabelError('tooManyRequests', { params: { retryAfter: 60, minutes: 1, hours: 0 } });
      }
      return null;
    };
    const limits = { take, rules: limitRules };
    site = await openSite((publicUrl) => testWeb('publicForms', { publicUrl, limits }));
    await site.web.publish(specimenEntry);
  });
  // Of one that failed half-way too: the others would wait for pages that are refused.
  afterEach(() => {
    tooSoon = false;
  });
  after(() => site?.stop());

  for (const width of [390, 1280]) {
    it(`fits a screen of ${width} pixels in every language, without a script`, async () => {
      // The rules of pages are looked at by a script of the test itself.
      const context = await site.newContext({ viewport: { width, height: 900 } });
      await context.route('**/*.js*', (route) => route.abort());
      const page = await context.newPage();
      for (const language of languages) {
        const looksRight = async () => {
          if (axeLanguages.includes(language)) expect(await axeFindings(page)).to.deep.equal([]);
          expect(await widthOf(page)).to.be.at.most(width);
        };
        await page.goto(`${site.origin}/${language}/guarantees`);
        await looksRight();
        await page.goto(`${site.origin}/${language}/labels/${specimenEntry.number}`);
        await looksRight();
        await page.click(`a[href^="/${language}/report?"]`);
        expect(await page.inputValue('#number')).to.equal(specimenEntry.number);
        await looksRight();
        await page.click('form[enctype] button');
        await page.waitForSelector('.govuk-error-summary');
        await looksRight();
        await page.check('#kind');
        await page.check('#place');
        await page.fill('#text', 'Un autocollant\nsur une "vitrine" & <ailleurs>.');
        tooSoon = true;
        await page.press('#email', 'Enter');
        await page.waitForSelector('.trouble');
        await looksRight();
        tooSoon = false;
        await page.click('.late button');
        await page.waitForSelector('.report__number');
        await looksRight();
        await page.goto(`${site.origin}/${language}/organisations/${specimenEntry.organisation.id}/labels`);
        await looksRight();
      }
      const reported = await site.web.connection.collection('complaints').distinct('text');
      expect(reported).to.deep.equal(['Un autocollant\nsur une "vitrine" & <ailleurs>.']);
      await context.close();
    });
  }

  it('shows a label’s status, holder, offers, dates and rules on one screen of a telephone', async () => {
    const context = await site.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    for (const language of languages) {
      await page.goto(`${site.origin}/${language}/labels/${specimenEntry.number}`);
      const parts = ['.verdict', 'h1', '.number', '.cards', '.definitions dd:nth-of-type(3)'];
      const boxes = await Promise.all(parts.map((part) => page.locator(part).first().boundingBox()));
      const ends = boxes.map((box) => (box ? box.y + box.height : Number.NaN));
      expect(ends, 'in this order').to.deep.equal([...ends].sort((a, b) => a - b));
      expect(ends.at(-1), language).to.be.at.most(844);
    }
    await context.close();
  });

  it('leads an officer to what was reported', async () => {
    const context = await site.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await site.signIn(page, await site.web.person('desk', 'officer'));
    await page.goto(`${site.origin}/fr/complaints`);
    expect(await page.locator('.complaint').count()).to.equal(8);
    expect(await axeFindings(page)).to.deep.equal([]);
    expect(await widthOf(page)).to.equal(390);
    await context.close();
  });
});
