import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const { number } = specimenEntry;
const origin = 'http://label.example';
const issuing = 'MIE-26-00041-F';

describe('what another site embeds', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('oembed');
    visitor = await web.browser();
    await web.publish({
      ...specimenEntry,
      organisation: { ...specimenEntry.organisation, name: 'Pain & <b>Blé</b>' },
    });
    await web.publish({ ...specimenEntry, number: issuing, state: 'issuing' });
  });
  after(() => web.stop());

  const asked = (url: string, more = '') => visitor.get(`/oembed?url=${encodeURIComponent(url)}${more}`);

  it('is the badge as a link, in the language of the page', async () => {
    const { status, body } = await asked(`${origin}/de/labels/${number}`);
    expect(status).to.equal(200);
    expect(body).to.include({
      version: '1.0',
      type: 'rich',
      width: 150,
      height: 165,
      title: 'Pain & <b>Blé</b>',
    });
    const link = parse(body.html).querySelector('a');
    expect(link?.getAttribute('href')).to.equal(`${origin}/labels/${number}`);
    const image = link?.querySelector('img');
    expect(image?.getAttribute('src'))
      .to.include(`${origin}/badges/${number}.svg`)
      .and.to.include('language=de');
    expect(body.html).to.not.match(/<b>|<script/);
  });

  it('names the offer of an offer’s page, and the address that certificates print', async () => {
    const [offer] = specimenEntry.offers;
    const { body } = await asked(`${origin}/fr/labels/${number}/offers/${offer?.id}`);
    expect(body.title).to.equal(`${offer?.name}, Pain & <b>Blé</b>`);
    expect((await asked(`${origin}/labels/${number}`)).status).to.equal(200);
  });

  it('is what both pages name as theirs', async () => {
    for (const path of [
      `/fr/labels/${number}`,
      `/it/labels/${number}/offers/${specimenEntry.offers[0]?.id}`,
    ]) {
      const page = parse((await visitor.get(path)).text);
      const { pathname, search, searchParams } = new URL(
        page.querySelector('link[type="application/json+oembed"]')?.getAttribute('href') ?? '',
      );
      expect(searchParams.get('url')).to.equal(`${origin}${path}`);
      expect((await visitor.get(`${pathname}${search}`)).status).to.equal(200);
    }
  });

  const refused: readonly (readonly [what: string, url: string, more?: string, status?: number])[] = [
    ['a foreign site', `https://elsewhere.example/fr/labels/${number}`],
    ['our name before another one', `${origin}.elsewhere.example/fr/labels/${number}`],
    ['our name as that of a user', `http://label.example@elsewhere.example/fr/labels/${number}`],
    ['a user at our name', `http://user@label.example/fr/labels/${number}`],
    ['another scheme', `https://label.example/fr/labels/${number}`],
    ['no address', 'pain'],
    ['a script', 'javascript:alert(1)'],
    ['another page of ours', `${origin}/fr/register`],
    ['a page of development', `${origin}/fr/dev/mailbox`],
    ['a path that climbs', `${origin}/fr/labels/..%2f..%2fetc`],
    ['a number that is none', `${origin}/fr/labels/pain`],
    ['a number never issued', `${origin}/fr/labels/MIE-26-00099-G`],
    ['an offer that is none', `${origin}/fr/labels/${number}/offers/none`],
    ['a label without a badge yet', `${origin}/fr/labels/${issuing}`],
    ['another format', `${origin}/fr/labels/${number}`, '&format=xml', 501],
    ['two addresses', `${origin}/fr/labels/${number}`, '&url=x', 400],
  ];
  for (const [what, url, more = '', status = 404] of refused)
    it(`is refused to ${what}`, async () => {
      expect((await asked(url, more)).status).to.equal(status);
    });

  it('is refused without an address', async () => {
    expect((await visitor.get('/oembed')).status).to.equal(400);
  });
});
