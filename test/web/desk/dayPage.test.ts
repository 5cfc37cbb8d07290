import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { proposeWithdrawal } from '../../../src/commands/label/sanctions/suspension.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { sendComplaint } from '../../support/complaintSteps.ts';
import { type InsertedLabel, insertLabel } from '../../support/insertLabel.ts';
import { labelNow } from '../../support/labelSteps.ts';
import { suspension } from '../../support/samples/suspension.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

describe('what waits for an officer', () => {
  let web: TestWeb;
  let browser: Browser;
  let both: InsertedLabel;
  let one: InsertedLabel;
  before(async () => {
    web = await testWeb('day-page');
    web.setClock('2026-12-01T09:00:00.000Z');
    const officer = await web.person('officer', 'officer');
    browser = await web.browser(officer);
    [one, both] = [await insertLabel(web, 'one'), await insertLabel(web, 'both')];
    for (const { number } of [both, one]) await sendComplaint(web, { number });
    const { at } = await labelNow(web, both.number);
    await proposeWithdrawal(web.deps, officer, { ...at, code: 'misuse', reason: suspension.reason });
  });
  after(() => web.stop());

  it('is told by label on the page of what follows, whatever waits on it', async () => {
    const page = parse((await browser.get('/fr/follow-up')).text);
    const parts = page
      .querySelectorAll('main section:has(.tasks)')
      .map((part) => [part.querySelector('h2')?.textContent, part.querySelectorAll('.task').length]);
    expect(parts).to.deep.equal([
      [`Boulangerie Spécimen, coopérative · ${both.number}`, 2],
      [`Boulangerie Spécimen, coopérative · ${one.number}`, 1],
    ]);
  });

  for (const language of languages) {
    it(`is not said to be nothing while it is late, in ${language}`, async () => {
      web.setClock('2027-06-01T09:00:00.000Z');
      const page = parse((await browser.get(`/${language}/day`)).text);
      const { waits, nothing, late } = {
        waits: page.querySelector('section[aria-labelledby=waits]')?.textContent,
        nothing: page.querySelector('.lead a[href="#waits"]'),
        late: page.querySelectorAll('section[aria-labelledby=late] .task').length,
      };
      expect([nothing, late]).to.deep.equal([null, 2]);
      const only = { fr: 'Rien d’autre', de: 'Nichts ausser', it: 'Nient’altro', en: 'Nothing other' };
      expect(waits).to.include(only[language]);
    });
  }
});
