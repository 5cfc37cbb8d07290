// Tier: all.
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { publishFigures } from '../../src/commands/desk/figures/publishFigures.ts';
import { axeFindings, widthOf } from '../support/browser/axeFindings.ts';
import { mainOf, sends } from '../support/browser/desks.ts';
import { type Body, bodyOf, wanted } from '../support/exchangeSteps.ts';
import { entryNumbered, insertEntries } from '../support/samples/insertEntries.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

const width = 390;

describe('an exchange, in a real browser on a telephone, without a script', () => {
  let site: Site<TestWeb>;
  let seeks: Body;
  let has: Body;
  before(async () => {
    site = await openSite((publicUrl) => testWeb('exchange-browser', { publicUrl }));
    const { web } = site;
    [seeks, has] = [await bodyOf(web, 'seeks'), await bodyOf(web, 'has')];
    const bike = { name: 'Livraison de paniers à vélo', sheet: 'Chaque semaine.' };
    await insertEntries(web.connection, [
      entryNumbered(1, { offers: [bike], organisation: { id: has.organisationId, commune: 'Carouge' } }),
      entryNumbered(2, { offers: ['Paniers livrés'], organisation: { commune: 'Genève' } }),
    ]);
    // A figure is told from five on: four deals were made before this one.
    const talks = web.connection.collection<{ _id: string }>('conversations');
    const deal = { organisationId: seeks.organisationId, outcome: 'deal', value: null };
    const before = { answeredAt: '2026-10-01T08:00:00.000Z', outcomes: [deal] };
    await talks.insertMany([1, 2, 3, 4].map((n) => ({ _id: `before-${n}`, ...before })));
  });
  after(() => site?.stop());

  it('leads from a need to two offers, to a message and its answer, and to a deal that is counted', async () => {
    const desk = async (person?: Body['owner']) => {
      // The rules of pages are looked at by a script of the test itself.
      const context = await site.newContext({ viewport: { width, height: 844 }, locale: 'fr-CH' });
      await context.route('**/*.js*', (route) => route.abort());
      const page = await context.newPage();
      if (person) await site.signIn(page, person);
      return page;
    };
    const looksRight = async (page: Page) => {
      expect(await axeFindings(page), page.url()).to.deep.equal([]);
      expect(await widthOf(page), page.url()).to.equal(width);
    };
    const asks = await desk(seeks.owner);
    await asks.goto(`${site.origin}/fr/needs`);
    await looksRight(asks);
    await asks.click('aside a.button');
    await looksRight(asks);
    await sends(asks, '/exchanges/new', wanted);
    await looksRight(asks);
    expect(await asks.locator('#fitting ~ ul .task__text > a').allTextContents()).to.deep.equal([
      'Livraison de paniers à vélo',
      'Paniers livrés',
    ]);

    const offers = await desk(has.owner);
    await offers.goto(`${site.origin}/fr/needs`);
    await offers.click(`main a:text-is("${wanted.title}")`);
    await sends(offers, '/write', { text: 'Nous livrons à vélo.' });
    await looksRight(offers);
    expect(await mainOf(offers)).not.to.include(seeks.owner.email);

    await asks.reload();
    await looksRight(asks);
    expect(await asks.locator('main a[href*="/conversations/"]').allTextContents()).to.deep.equal([
      'Spécimen has',
    ]);
    await asks.goto(`${site.origin}/fr/organisations/${seeks.organisationId}/exchanges`);
    await looksRight(asks);
    await asks.click('main a[href*="/conversations/"]');
    expect(await asks.getAttribute('h1 a', 'href')).to.equal(
      `/fr/organisations/${has.organisationId}/labels`,
    );
    await sends(asks, '/write', { text: 'Venez lundi.' });
    expect(await mainOf(asks)).to.include(has.owner.email);
    await looksRight(asks);
    await offers.reload();
    expect(await mainOf(offers))
      .to.include('Venez lundi.')
      .and.include(seeks.owner.email);
    await sends(offers, '/outcome');
    await looksRight(offers);

    const anyone = await desk();
    await publishFigures(site.web.deps, site.web.deps.clock.now());
    await anyone.goto(`${site.origin}/fr/needs`);
    await anyone.click('aside a[href*="/figures/"]');
    await looksRight(anyone);
    expect(await anyone.locator('dt:text-is("Accords") + dd').textContent()).to.equal('5');
  });
});
