// Tier: all.
import { expect } from 'chai';
import { languages } from '../../src/criteria/scheme.ts';
import { axeFindings, axeLanguages, widthOf } from '../support/browser/axeFindings.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

const paths = [
  'is-it-for-us?purpose=no&profit=unsure',
  'contact',
  'try',
  'criteria/1.1.0/all',
  'criteria/1.1.0/themes/LUC',
  'criteria/1.1.0/OFR-01',
  'glossary',
  'apply',
];

describe('the pages before applying, in a real browser', () => {
  let site: Site<TestWeb>;
  let origin: string;

  before(async () => {
    site = await openSite((publicUrl) => testWeb('beforeApplying', { publicUrl }));
    origin = site.origin;
  });
  after(() => site?.stop());

  for (const language of languages) {
    const withAxe = axeLanguages.includes(language);
    it(`fit a phone and a desktop${withAxe ? ' and have no axe findings' : ''}, in ${language}`, async () => {
      const context = await site.newContext();
      const page = await context.newPage();
      for (const path of paths) {
        await page.goto(`${origin}/${language}/${path}`);
        for (const width of [390, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          expect(await widthOf(page), `${path} at ${width}`).to.equal(width);
        }
        if (withAxe) expect(await axeFindings(page), path).to.deep.equal([]);
      }
      await context.close();
    });
  }

  it('lead without JavaScript from the ten questions to a result and an answers file', async () => {
    const context = await site.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 800 },
    });
    const page = await context.newPage();
    await page.goto(`${origin}/fr`);
    await page.getByRole('link', { name: 'Commencer' }).click();
    await page.getByRole('main').getByRole('link', { name: 'C’est pour nous' }).click();
    for (const no of await page.locator('label[for^="exclusion"][for$="-no"]').all()) await no.click();
    for (const yes of await page.locator('label[for$="-yes"]:not([for^="exclusion"])').all())
      await yes.click();
    await page.getByRole('button', { name: 'Voir la réponse' }).click();
    expect(await page.textContent('#result-title')).to.equal('Vous pouvez commencer');
    await page.getByRole('link', { name: 'Essayer toutes les questions' }).click();
    await page.getByLabel('Salaire mensuel brut le plus haut').fill('8400');
    await page.getByLabel('Salaire mensuel brut le plus bas').fill('4200');
    await page.getByLabel('Salaire mensuel brut le plus bas').press('Enter');
    expect(await page.textContent('main h2'), 'Enter leads to the next part').to.include(
      'Utile à toutes et tous',
    );
    await page.getByRole('button', { name: 'Le profit n’est pas le but', exact: true }).click();
    expect(await page.textContent('#LUC-03')).to.include('2 fois au plus');
    expect(await widthOf(page)).to.equal(390);
    await page.getByRole('button', { name: 'Voir le résultat' }).click();
    expect(await page.inputValue('[name="F10"]'), 'what was typed stays').to.equal('8400');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Télécharger mes réponses' }).click(),
    ]);
    expect(file.suggestedFilename()).to.equal('made-in-ess.json');
    await context.close();
  });
});
