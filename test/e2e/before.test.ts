import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { languages } from '../../src/criteria/scheme.ts';
import { openBrowser } from '../support/browser.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const paths = [
  'is-it-for-us?purpose=no&profit=unsure',
  'try',
  'criteria/1.0.0/all',
  'criteria/1.0.0/themes/LUC',
  'criteria/1.0.0/OFR-01',
  'glossary',
  'apply',
];

describe('the pages before applying, in a real browser', function () {
  this.timeout(120_000);
  let web: TestWeb;
  let server: Server;
  let browser: Browser;
  let origin: string;

  before(async () => {
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    web = await testWeb('beforeApplying', { publicUrl: origin });
    server.on('request', web.server);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    server.closeAllConnections();
    server.close();
    await web.stop();
  });

  for (const language of languages) {
    it(`fit a phone and a desk and have nothing that axe finds, in ${language}`, async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      for (const path of paths) {
        await page.goto(`${origin}/${language}/${path}`);
        for (const width of [390, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          const wide = await page.evaluate('document.documentElement.scrollWidth');
          expect(wide, `${path} at ${width}`).to.equal(width);
        }
        const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
        const said = violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${id} ${node.html.slice(0, 120)}`),
        );
        expect(said, path).to.deep.equal([]);
      }
      await context.close();
    });
  }

  it('lead without JavaScript from the ten questions to a result and a file of answers', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 800 },
    });
    const page = await context.newPage();
    await page.goto(`${origin}/fr`);
    await page.getByRole('link', { name: 'Commencer' }).click();
    await page.getByRole('main').getByRole('link', { name: 'C’est pour nous' }).click();
    for (const yes of await page.locator('label[for$="-yes"]').all()) await yes.click();
    await page.getByRole('button', { name: 'Voir la réponse' }).click();
    expect(await page.textContent('#result-title')).to.equal('Vous pouvez commencer');
    await page.getByRole('link', { name: 'Essayer toutes les questions' }).click();
    await page.getByLabel('Salaire mensuel brut le plus haut').fill('8400');
    await page.getByLabel('Salaire mensuel brut le plus bas').fill('4200');
    await page.getByLabel('Salaire mensuel brut le plus bas').press('Enter');
    expect(new URL(page.url()).hash).to.equal('#result');
    expect(await page.textContent('#LUC-03')).to.include('2 fois au plus');
    expect(await page.evaluate('document.documentElement.scrollWidth')).to.equal(390);
    await page.getByLabel('Salaire mensuel brut le plus bas').press('Enter');
    expect(await page.inputValue('[name="F10"]'), 'what was typed stays').to.equal('8400');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Télécharger mes réponses' }).click(),
    ]);
    expect(file.suggestedFilename()).to.equal('made-in-ess.json');
    await context.close();
  });
});
