// Tier: all.
import { expect } from 'chai';
import { axeFindings, widthOf } from '../support/browser/axeFindings.ts';
import { entryNumbered, insertEntries } from '../support/samples/insertEntries.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

const bread = { name: 'Pain au levain', contact: 'pain@fournil.example' };

describe('a visitor on a phone', () => {
  let site: Site<TestWeb>;
  before(async () => {
    site = await openSite((publicUrl) => testWeb('near', { publicUrl }));
    await insertEntries(site.web.connection, [
      entryNumbered(1, {
        name: 'Le Four d’Onex',
        offers: [bread],
        organisation: { postcode: '1213', commune: 'Onex' },
      }),
      entryNumbered(2, {
        name: 'Le Fournil',
        offers: ['Ateliers', bread],
        organisation: { postcode: '1205', commune: 'Genève' },
      }),
      entryNumbered(3, {
        name: 'Le Levain',
        offers: [bread],
        organisation: { postcode: '1204', commune: 'Genève' },
        since: '2025-01-01',
      }),
    ]);
  });
  after(() => site?.stop());

  /** A page of a phone, how often it was tapped, and what it sent. */
  const phone = async () => {
    const context = await site.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      permissions: ['geolocation'],
      geolocation: { latitude: 46.20123, longitude: 6.14765 },
    });
    const page = await context.newPage();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await page.goto(`${site.origin}/fr`);
    const tapped: string[] = [];
    const tap = (what: string) => {
      tapped.push(what);
      return page.tap(what);
    };
    return { page, sent, tapped, tap };
  };

  for (const [way, taps] of Object.entries({
    'near itself': ['main a[href="/fr/register"]', '#q', 'text=Près de moi'],
    'by a postcode': ['#q', 'button:has-text("Chercher")'],
  }))
    it(`finds bread within two kilometres of 1204 in at most three taps and asks the bakery, ${way}`, async () => {
      const { page, sent, tapped, tap } = await phone();
      for (const what of taps) {
        await tap(what);
        if (what === '#q') await page.keyboard.type(way === 'by a postcode' ? 'pain 1204' : 'pain');
      }
      await page.waitForSelector('#place[value^="1204"]');
      expect(tapped.length).to.be.at.most(3);
      expect(await page.inputValue('[name=within]')).to.equal('2');
      expect(await page.locator('.found__by').allTextContents()).to.deep.equal([
        'Le Levain, 1204 Genève · tout près',
        'Le Fournil, 1205 Genève · à 800\u00a0m, environ 10\u00a0min à pied',
      ]);
      expect(await page.locator('.offer__name').first().textContent()).to.equal(bread.name);
      const ask = page.locator('.found__contact a').first();
      expect(await ask.getAttribute('href')).to.equal(`mailto:${bread.contact}`);
      const told = sent.filter((one) => /46\.20|6\.1[45]/.test(one));
      expect(told).to.deep.equal(
        way === 'near itself' ? [`${site.origin}/fr/register/near latitude=46.20&longitude=6.15`] : [],
      );
      expect(await widthOf(page)).to.equal(390);
      expect(await axeFindings(page)).to.deep.equal([]);
    });
});
