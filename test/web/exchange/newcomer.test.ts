import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { labelNumber } from '../../../src/register/number.ts';
import { type Body, bodyOf } from '../../support/exchangeSteps.ts';
import { entryNumbered, insertEntries } from '../../support/samples/insertEntries.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const fields = {
  legalForm: 'cooperative',
  street: 'Rue du Spécimen 1',
  postcode: '1227',
  commune: 'Carouge',
};

interface Stored {
  readonly _id: string;
  readonly sponsorId?: string;
}

describe('an organisation that a holder invites by a link', () => {
  let web: TestWeb;
  let holder: Body;
  before(async () => {
    web = await testWeb('newcomer');
    holder = await bodyOf(web, 'holder');
    const ended = await bodyOf(web, 'ended');
    await insertEntries(web.connection, [
      entryNumbered(1, { organisation: { id: holder.organisationId, name: 'Spécimen holder' } }),
      entryNumbered(2, { organisation: { id: ended.organisationId }, until: '2026-10-01' }),
    ]);
  });
  after(() => web.stop());

  const exchanges = ({ organisationId }: Body) => `/fr/organisations/${organisationId}/exchanges`;
  const linkOn = async (browser: Browser, body: Body) =>
    parse((await browser.get(exchanges(body))).text)
      .querySelector('a[href*="sponsor="]')
      ?.getAttribute('href')
      ?.replace(/^https?:\/\/[^/]+/, '') ?? '';
  const register = async (browser: Browser, link: string, name: string) => {
    const form = parse((await browser.get(link)).text);
    const hidden = (field: string) => form.querySelector(`input[name=${field}]`)?.getAttribute('value') ?? '';
    const sponsor = hidden('sponsor');
    const sent = await browser.post(
      '/fr/organisations/new',
      { ...fields, name, once: hidden('once'), ...(sponsor && { sponsor }) },
      link,
    );
    expect(sent.status, sent.text).to.equal(303);
    const stored = await web.connection.collection<Stored>('organisations').findOne({ name });
    return { said: form.querySelector('.well')?.text ?? '', stored };
  };
  const thanks = async () => {
    await web.work();
    return web.letters.filter(({ kind }) => kind === 'newcomerThanks').map(({ to }) => to);
  };

  it('is noted with who invited it, who is thanked', async () => {
    const link = await linkOn(await web.browser(holder.owner), holder);
    const browser = await web.browser(await web.person('newcomer'));
    const { said, stored } = await register(browser, link, 'Spécimen nouvelle');
    expect(said).to.include('Spécimen holder');
    expect(stored?.sponsorId).to.equal(holder.organisationId);
    expect(await thanks()).to.have.members([holder.owner.email, holder.editor.email]);
    const own = await browser.get(`/fr/organisations/${stored?._id}/exchanges`);
    expect(own.text).to.include('Inscrite sur invitation de Spécimen holder.').and.not.include('sponsor=');
  });

  it('is like any other where the link names no label that holds, or oneself', async () => {
    const before = (await thanks()).length;
    const links = [labelNumber(2026, 2), 'MIE-26-99999-A', '<script>', '%00', 'a'.repeat(500)];
    const browser = await web.browser(await web.person('uninvited'));
    for (const [n, sponsor] of links.entries()) {
      const link = `/fr/organisations/new?sponsor=${encodeURIComponent(sponsor)}`;
      const { said, stored } = await register(browser, link, `Spécimen sans ${n}`);
      expect([said, stored?.sponsorId], sponsor).to.deep.equal(['', undefined]);
    }
    const self = await web.browser(holder.owner);
    const own = await register(self, await linkOn(self, holder), 'Spécimen de soi-même');
    expect(own.stored?.sponsorId).to.equal(undefined);
    expect((await thanks()).length).to.equal(before);
  });
});
