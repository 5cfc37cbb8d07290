// Budget: 19 s.
import { expect } from 'chai';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { type Hand, pointing, typing } from '../support/browser/hands.ts';
import { fillApplication, send } from '../support/fillApplication.ts';
import { independentScore } from '../support/samples/independentScore.ts';
import { association, type SpecimenFile, specimen } from '../support/samples/specimen.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

const oneDecimal = (points: number | null) => (points === null ? null : Math.floor(points * 10 + 1e-9) / 10);

/** Each way and each file at least once; whoever uses keys alone meets criteria that are not applicable. */
const applicants: readonly (readonly [string, SpecimenFile, (page: Page) => Hand, BrowserContextOptions])[] =
  [
    [
      'a cooperative with two offers, without JavaScript',
      specimen,
      pointing,
      { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } },
    ],
    [
      'a cooperative with two offers, on a phone',
      specimen,
      pointing,
      { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    ],
    [
      'an association of volunteers, eleven criteria not applicable, with keys alone',
      association,
      typing,
      { viewport: { width: 1280, height: 900 } },
    ],
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

  for (const [who, file, hand, options] of applicants) {
    it(`is filled and sent by ${who}`, async () => {
      const context = await site.newContext(options);
      const page = await context.newPage();
      const { email } = await web.person(who.replaceAll(/[^a-z]+/g, '-').slice(-30));
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
});
