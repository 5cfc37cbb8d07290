import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { languages } from '../../../src/criteria/scheme.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { labelNumber } from '../../../src/register/number.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { unescapeHtml } from '../../support/unescapeHtml.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const i18n = createI18n();
const { number } = specimenEntry;
/** Of a page that says what is wrong with a form. */
const tellsFault = /role="alert"|class="[^"]*error/;

describe('a public form without its required input', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('empty-look-ups');
    visitor = await web.browser();
    await web.publish(specimenEntry);
  });
  after(() => web.stop());

  const list = (path: string, numbers: string) =>
    visitor.send(path, 'form', String(new URLSearchParams({ numbers, on: '' })));
  /** Each form of a page that anyone sees, sent as a browser sends it untouched; the message that says what is missing. */
  const forms = [
    ['the look-up', (l: string) => visitor.get(`/${l}/verify?q=&on=`), 'lookup.box.empty'],
    [
      'the look-up by an older address',
      (l: string) => visitor.get(`/${l}/verify?number=`),
      'lookup.box.empty',
    ],
    ['the look-up of blanks', (l: string) => visitor.get(`/${l}/verify?q=%20%09`), 'lookup.box.empty'],
    [
      'the look-up of a day alone',
      (l: string) => visitor.get(`/${l}/verify?q=&on=2026-10-10`),
      'lookup.box.empty',
    ],
    ['the register, the front page', (l: string) => visitor.get(`/${l}/register?q=`), 'register.empty'],
    ['the register, blanks', (l: string) => visitor.get(`/${l}/register?q=+`), 'register.empty'],
    [
      '"was it valid on …?"',
      (l: string) => visitor.get(`/${l}/labels/${number}?on=`),
      'pages.label.asked.empty',
    ],
    ['a list', (l: string) => list(`/${l}/verify/several`, ''), 'faults.required'],
    ['a list of blanks', (l: string) => list(`/${l}/verify/several`, ' \n '), 'faults.required'],
    ['a list as a table', (l: string) => list(`/${l}/verify/several.csv`, ''), 'faults.required'],
    [
      'a file',
      (l: string) => visitor.send(`/${l}/verify`, 'multipart/form-data; boundary=x', '--x--\r\n'),
      'faults.fileMissing',
    ],
    ['"is it for us?"', (l: string) => visitor.get(`/${l}/is-it-for-us?sent=yes`), 'before.empty'],
  ] as const;

  for (const [name, send, key] of forms) {
    it(`says so: ${name}`, async () => {
      for (const language of languages) {
        const { status, text } = await send(language);
        expect(
          status === 422 || (status === 200 && key.includes('asked')),
          `${language}: ${status}`,
        ).to.equal(true);
        expect(unescapeHtml(text), language).to.include(i18n[language].t(key));
        expect(text, language).to.match(tellsFault);
      }
    });
  }

  it('says so in a report, for each required field', async () => {
    const { status, text } = await visitor.send('/fr/report', 'multipart/form-data; boundary=x', '--x--\r\n');
    expect(status).to.equal(422);
    expect(parse(text).querySelectorAll('.govuk-error-summary a').length).to.be.greaterThan(0);
  });

  it('shows no fault when nothing was sent, or filters without words', async () => {
    for (const path of ['/fr/verify', '/fr/register', '/fr/is-it-for-us', `/fr/labels/${number}`]) {
      const { status, text } = await visitor.get(path);
      expect([status, tellsFault.test(text)], path).to.deep.equal([200, false]);
    }
    const filtered = await visitor.get('/fr/register?q=&type=food');
    expect([filtered.status, tellsFault.test(filtered.text)]).to.deep.equal([200, false]);
  });
});

describe('a number without its check character', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('unfinished-number');
    visitor = await web.browser();
    await web.publish(specimenEntry);
  });
  after(() => web.stop());

  const ways = [
    'MIE-26-00042',
    'mie 26 00042',
    'MIE2600042',
    'Label MIE-26-00042 sur la porte',
    'MIE-26-OOO42-',
  ];

  for (const language of languages) {
    it(`is offered completed, with a note on the missing character, in ${language}`, async () => {
      for (const typed of ways) {
        for (const page of ['verify', 'register']) {
          const sent = await visitor.get(`/${language}/${page}?${new URLSearchParams({ q: typed })}`);
          expect(sent.status, typed).to.equal(302);
          const { status, text } = await visitor.get(sent.headers.location ?? '');
          expect(status, typed).to.equal(404);
          const root = parse(text);
          expect(unescapeHtml(root.querySelector('h1')?.text ?? '')).to.equal(
            i18n[language].t('pages.labelUnknown.unfinishedTitle'),
          );
          expect(root.querySelector('main ul a')?.getAttribute('href')).to.equal(
            `/${language}/labels/${number}`,
          );
        }
      }
    });
  }

  it('is offered to programs, and in a list', async () => {
    const { status, body } = await visitor.get('/api/v1/labels/MIE-26-00042');
    expect([status, body.code, body.params.nearest]).to.deep.equal([404, 'labelMistyped', number]);
    const pasted = new URLSearchParams({ numbers: 'MIE-26-00042\nMIE-26-00042-D', on: '' });
    const list = await visitor.send('/fr/verify/several', 'form', String(pasted));
    const links = parse(list.text)
      .querySelectorAll('.several th a')
      .map((link) => link.getAttribute('href'));
    expect(links).to.deep.equal(['/fr/labels/MIE-26-00042', `/fr/labels/${number}`]);
  });

  it('is among the nearest when a longer number ends alike', async () => {
    const long = labelNumber(2026, 123_456);
    const { body } = await visitor.get(`/api/v1/labels/${long.slice(0, -2)}`);
    expect(body.params.nearest.split(', ')).to.include(long);
  });
});
