import { expect } from 'chai';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { entryNumbered, insertEntries } from '../../support/samples/insertEntries.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const { fr } = createI18n();

describe('the front page', () => {
  let web: TestWeb;
  let visitor: Browser;
  beforeEach(async () => {
    web = await testWeb('home');
    visitor = await web.browser();
  });
  afterEach(() => web.stop());

  const numbersOn = (html: string) =>
    [...html.matchAll(/href="\/fr\/labels\/(MIE-[\w-]+)"/g)].map(([, number]) => number);

  it('says so when there is no label yet', async () => {
    const { status, text } = await visitor.get('/fr');
    expect([status, numbersOn(text)]).to.deep.equal([200, []]);
    expect(text).to.include(fr.t('pages.home.latestNone'));
  });

  it('shows the six newest labels, newest first, with offers, holder and day', async () => {
    const offers = ['Pain <b>au levain</b>', 'Ateliers'];
    const labels = Array.from({ length: 8 }, (_, i) =>
      entryNumbered(i + 1, { name: `Atelier ${i + 1}`, since: '2026-11-01', offers }),
    );
    await insertEntries(web.connection, labels);
    const { text } = await visitor.get('/fr');
    const newest = labels.toReversed().slice(0, 6);
    expect(numbersOn(text)).to.deep.equal(newest.map(({ number }) => number));
    expect(text)
      .to.include('Pain &lt;b&gt;au levain&lt;/b&gt;, Ateliers</a>')
      .and.to.include('>Atelier 8</a></p>')
      .and.to.include('1er novembre 2026')
      .and.to.not.include(fr.t('pages.home.latestNone'));
  });
});
