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
    ]);
  });
  after(() => site?.stop());

  it('finds bread within two kilometres of 1204 in three taps and asks the bakery', async () => {
    const context = await site.newContext({
      viewport: { width: 390, height: 844 },
      permissions: ['geolocation'],
      geolocation: { latitude: 46.20123, longitude: 6.14765 },
    });
    const page = await context.newPage();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await page.goto(`${site.origin}/fr`);
    await page.click(`main a[href="/fr/register"]`);
    await page.fill('#q', 'pain');
    await page.click('text=Près de moi');
    await page.waitForURL(/within=2/);
    expect(await page.inputValue('#place')).to.match(/^1204/);
    expect(await page.locator('.found__by a').allTextContents()).to.deep.equal(['Le Fournil', 'Le Fournil']);
    expect(await page.locator('.offer__name').first().textContent()).to.equal(bread.name);
    const ask = page.locator('.found__contact a').first();
    expect(await ask.getAttribute('href')).to.equal(`mailto:${bread.contact}`);
    expect(sent.filter((one) => /46\.20|6\.1[45]/.test(one))).to.deep.equal([
      `${site.origin}/fr/register/near latitude=46.20&longitude=6.15`,
    ]);
    expect(await widthOf(page)).to.equal(390);
    expect(await axeFindings(page)).to.deep.equal([]);
  });
});
