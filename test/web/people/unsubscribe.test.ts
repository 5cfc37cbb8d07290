import type { Server } from 'node:http';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import supertest from 'supertest';
import { changeItem } from '../../../src/commands/common/noteOn.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import type { WrittenLetter } from '../../../src/commands/items/letters.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { sampleParams } from '../../support/samples/sampleLetters.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';

describe('unsubscribing from optional letters', () => {
  let web: TestWeb;
  let person: Person;
  let link: URL;
  let n = 0;
  before(async () => {
    web = await testWeb('unsubscribe');
  });
  beforeEach(async () => {
    n += 1;
    person = await web.person(`reader-${n}`);
    link = linkIn(await letterTo(person));
  });
  after(() => web.stop());

  const letterTo = async ({ id, email, name }: Person): Promise<WrittenLetter> => {
    const to = { email, name, personId: id, language: 'fr' } as const;
    await web.deps.mailer.send({ kind: 'labelIssued', to, params: sampleParams.labelIssued });
    return requireVisible(web.letters.at(-1));
  };
  const linkIn = ({ html }: WrittenLetter): URL => {
    const links = parse(html)
      .querySelectorAll('a')
      .map((a) => a.getAttribute('href') ?? '');
    return new URL(requireVisible(links.find((href) => href.includes('/unsubscribe?'))));
  };
  const pathOf = ({ pathname, search }: URL) => `${pathname}${search}`;
  /** Someone without session, cookie or token: a mail provider. */
  const agent = () => supertest(web.server as unknown as Server);
  const topicsOf = async ({ id }: Person) => requireVisible(await web.deps.store.person(id)).unsubscribed;
  const lines = async ({ id }: Person) => (await web.deps.store.records(`people/${id}`)).length;

  it('changes nothing when opened, and shows a button that posts to the same address', async () => {
    const page = await agent().get(pathOf(link));
    expect(page.status).to.equal(200);
    expect(page.headers['set-cookie'], 'no cookie').to.equal(undefined);
    expect(page.headers['cache-control']).to.equal('no-store');
    const html = parse(page.text);
    const form = requireVisible(html.querySelector('main form'));
    expect(form.getAttribute('method')).to.equal('post');
    expect(form.getAttribute('action')).to.equal(pathOf(link));
    expect(html.querySelectorAll('h1')).to.have.length(1);
    expect(await topicsOf(person)).to.deep.equal([]);
  });

  it('accepts one-click requests of mail providers, in either body format, without session or token, repeatedly', async () => {
    const before = await lines(person);
    const click = await agent().post(pathOf(link)).type('form').send('List-Unsubscribe=One-Click');
    expect(click.status, 'no redirect: RFC 8058 forbids it').to.equal(200);
    expect(click.headers['set-cookie']).to.equal(undefined);
    expect(await topicsOf(person)).to.deep.equal(['labelNews']);
    const again = await agent().post(pathOf(link)).field('List-Unsubscribe', 'One-Click');
    expect(again.status).to.equal(200);
    expect(await topicsOf(person)).to.deep.equal(['labelNews']);
    expect(await lines(person), 'one line in the journal').to.equal(before + 1);
  });

  it('accepts the button of its page, in every language, and says what it did', async () => {
    for (const language of languages) {
      const path = pathOf(link).replace('/fr/', `/${language}/`);
      expect((await agent().get(path)).status, language).to.equal(200);
      const done = await agent().post(path).type('form').send('').set('Origin', web.deps.publicUrl);
      expect(done.status).to.equal(200);
      expect(parse(done.text).querySelector('main form'), 'nothing left to press').to.equal(null);
    }
    expect(await topicsOf(person)).to.deep.equal(['labelNews']);
  });

  it('refuses forged links: another person, another topic, a changed token, missing or duplicate parts', async () => {
    const other = await web.person(`other-${n}`);
    const forged = (change: (query: URLSearchParams) => void) => {
      const url = new URL(link);
      change(url.searchParams);
      return pathOf(url);
    };
    const token = link.searchParams.get('token') ?? '';
    const paths = [
      forged((query) => query.set('person', other.id)),
      forged((query) => query.set('topic', 'fileProgress')),
      forged((query) => query.set('topic', 'signInCode')),
      forged((query) => query.set('token', `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)),
      forged((query) => query.set('token', '')),
      forged((query) => query.delete('token')),
      forged((query) => query.append('person', other.id)),
      `${link.pathname}?person[$ne]=x&topic=labelNews&token=${token}`,
      link.pathname,
    ];
    for (const path of paths) {
      expect((await agent().get(path)).status, path).to.equal(404);
      expect(
        (await agent().post(path).type('form').send('List-Unsubscribe=One-Click')).status,
        path,
      ).to.equal(404);
    }
    expect([await topicsOf(person), await topicsOf(other)]).to.deep.equal([[], []]);
  });

  it('does nothing for a person who was removed', async () => {
    const at = web.deps.clock.now().toISOString();
    const line = { at, actor: { id: 'system', roles: ['system'] }, facts: ['person.removed'] } as const;
    const change = changeItem(web.deps, 'people', person, { removedAt: at }, line);
    await web.deps.store.commit([change]);
    expect((await agent().post(pathOf(link)).type('form').send('')).status).to.equal(200);
    expect(await topicsOf(person)).to.deep.equal([]);
  });

  it('accepts the links of two topics concurrently', async () => {
    const to = { email: person.email, name: '', personId: person.id, language: 'fr' } as const;
    await web.deps.mailer.send({
      kind: 'applicationWithdrawn',
      to,
      params: sampleParams.applicationWithdrawn,
    });
    const second = linkIn(requireVisible(web.letters.at(-1)));
    const clicks = [link, second].map((url) => agent().post(pathOf(url)).type('form').send(''));
    const statuses = (await Promise.all(clicks)).map(({ status }) => status);
    expect(statuses).to.deep.equal([200, 200]);
    expect(await topicsOf(person)).to.have.members(['labelNews', 'fileProgress']);
  });
});
