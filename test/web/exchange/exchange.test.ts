import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { limitRules } from '../../../src/commands/ports/limitRules.ts';
import { type Body, bodyOf, wanted } from '../../support/exchangeSteps.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

describe('a need and its answer, as their people see them', () => {
  let web: TestWeb;
  let seeks: Body;
  let has: Body;
  let asks: Browser;
  let offers: Browser;
  /** What was counted, and by whom. */
  const taken: string[] = [];
  before(async () => {
    const limits = {
      rules: limitRules,
      take: async (rule: string, key: string) => {
        taken.push(`${rule} ${key}`);
        return null;
      },
    };
    web = await testWeb('exchange', { limits });
    seeks = await bodyOf(web, 'seeks');
    has = await bodyOf(web, 'has');
    asks = await web.browser(seeks.owner);
    offers = await web.browser(has.owner);
  });
  after(() => web.stop());

  const textOf = ({ text }: { readonly text: string }) => parse(text).querySelector('main')?.text ?? '';

  it('is published, found, answered, and answered again', async () => {
    const mine = `/fr/organisations/${seeks.organisationId}/exchanges`;
    const published = await asks.post(`${mine}/new`, { ...wanted });
    expect(published.status).to.equal(303);
    const page = published.headers.location?.replace('?saved=1', '') ?? '';
    expect(textOf(await asks.get(page)))
      .to.include(wanted.text)
      .and.include('C’est votre besoin');
    const list = await (await web.browser()).get('/fr/needs');
    expect(textOf(list)).to.include(wanted.title).and.include(wanted.place);
    for (const kept of [wanted.text, `${wanted.quantity}.`, 'Spécimen seeks'])
      expect(list.text).not.to.include(kept);
    const turned = await (await web.browser()).get(page);
    expect([turned.status, turned.headers.location]).to.deep.equal([302, '/fr/sign-in']);

    const { organisationId } = has;
    const refused = await offers.post(`${page}/write`, { organisationId, text: 'www.specimen' }, page);
    expect(refused.status).to.equal(422);
    expect(textOf(refused)).to.include('Enlevez l’adresse').and.include('www.specimen');
    const sent = await offers.post(`${page}/write`, { organisationId, text: 'Nous le faisons.' }, page);
    expect(textOf(await offers.get(sent.headers.location ?? ''))).to.include('Nous le faisons.');
    const second = await offers.post(`${page}/write`, { organisationId, text: 'Ou à moi@specimen' }, page);
    expect(textOf(second)).to.include('Enlevez l’adresse').and.include('Ou à moi@specimen');
    const conversation = parse((await asks.get(mine)).text).querySelector('a[href*="/conversations/"]');
    const theirs = conversation?.getAttribute('href') ?? '';
    expect(textOf(await asks.get(theirs)))
      .to.include('Nous le faisons.')
      .and.not.include(has.owner.email);
    await asks.post(`${theirs}/write`, { text: 'Parlons-en.' }, theirs);
    expect(textOf(await asks.get(theirs))).to.include(has.owner.email);
    const odd = await asks.post(`${theirs}/outcome`, { outcome: 'deal', value: '-3' }, theirs);
    expect([odd.status, textOf(odd).includes('Valeur par an')]).to.deep.equal([422, true]);
    const said = await asks.post(`${theirs}/outcome`, { outcome: 'deal', value: '1’000' }, theirs);
    expect(textOf(await asks.get(said.headers.location ?? ''))).to.match(/Vous avez dit\s: Un accord/);
  });

  it('takes what is typed as text, in any script, and asks for what is missing', async () => {
    const path = `/fr/organisations/${has.organisationId}/exchanges/new`;
    const empty = { ...wanted, title: ' ', text: '', place: '', until: '', kind: '' };
    const refused = await offers.post(path, empty);
    expect(refused.status).to.equal(422);
    expect(parse(refused.text).querySelectorAll('.govuk-error-summary li').length).to.equal(5);
    for (const title of [
      '<script>alert(1)</script>',
      '每周送两百个篮子',
      'סלים בכל שבוע',
      'सप्ताह में दो सौ',
      '𝕃𝕚𝕧𝕣𝕖𝕣 🚲',
    ]) {
      expect((await offers.post(path, { ...wanted, title })).status, title).to.equal(303);
    }
    const list = await offers.get('/fr/needs');
    expect(list.text).not.to.include('<script>alert(1)');
    expect(textOf(list)).to.include('𝕃𝕚𝕧𝕣𝕖𝕣 🚲').and.include('<script>');
    for (const title of ['a'.repeat(121), 'deux\nlignes', '\u202egauche'])
      expect((await offers.post(path, { ...wanted, title })).status).to.equal(422);
  });

  it('is at most ten needs at a time, and each need and message is counted by the day', async () => {
    const path = `/fr/organisations/${has.organisationId}/exchanges/new`;
    const statuses = new Set<number>();
    for (let n = 0; n < 12; n += 1)
      statuses.add((await offers.post(path, { ...wanted, title: `Encore ${n}` })).status);
    expect([...statuses]).to.deep.equal([303, 409]);
    for (const rule of ['needsOfOrganisation', 'messagesOfOrganisation'])
      expect(taken).to.include(`${rule} ${has.organisationId}`);
    expect(taken, 'over all organisations of a person').to.include(`messagesOfPerson ${has.owner.id}`);
  });
});
