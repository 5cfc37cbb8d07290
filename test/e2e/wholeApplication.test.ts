import { expect } from 'chai';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { type Hand, pointing, typing } from '../support/browser/hands.ts';
import { fillApplication, send } from '../support/fillApplication.ts';
import { independentScore } from '../support/samples/independentScore.ts';
import { association, type SpecimenFile, specimen } from '../support/samples/specimen.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

const oneDecimal = (points: number | null) => (points === null ? null : Math.floor(points * 10 + 1e-9) / 10);

const ways: readonly (readonly [string, (page: Page) => Hand, BrowserContextOptions])[] = [
  ['with keys alone', typing, { viewport: { width: 1280, height: 900 } }],
  ['without JavaScript', pointing, { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } }],
  ['on a phone', pointing, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
];
const files: readonly (readonly [string, SpecimenFile])[] = [
  ['a cooperative with two offers', specimen],
  ['an association of volunteers, eleven criteria not applicable', association],
];

describe('a whole application in a real browser', () => {
  let web: TestWeb;
  let site: Site<TestWeb>;
  let origin: string;

  before(async () => {
    site = await openSite((publicUrl) => testWeb('whole-application', { publicUrl }));
    ({ web, origin } = site);
  });
  after(() => site?.stop());

  it('has eleven criteria that are not applicable to the association', () => {
    const all = [association.answers, ...association.offers.map(({ answers }) => answers)];
    const set = all.flatMap((answers) => Object.values(answers).filter(({ na }) => na));
    expect(set).to.have.length(11);
  });

  for (const [who, file] of files) {
    for (const [way, hand, options] of ways) {
      it(`is filled and sent by ${who}, ${way}`, async () => {
        const context = await site.newContext(options);
        const page = await context.newPage();
        const { email } = await web.person(`${way} ${who}`.replaceAll(/[^a-z]+/g, '-').slice(0, 40));
        const works = hand(page);
        const address = await fillApplication(works, { web, origin, email }, file);
        const own = independentScore(file);
        const shown = await page.locator('.score__value').textContent();
        expect(shown).to.equal(oneDecimal(own.overall)?.toLocaleString('fr-CH'));
        await send(works);
        expect(new URL(page.url()).pathname).to.equal(address);
        const application = await web.deps.store.application(address.split('/').at(-1) ?? '');
        expect(application?.state).to.equal('screening');
        await context.close();
      });
    }
  }
});
