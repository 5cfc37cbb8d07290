import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import supertest from 'supertest';
import { type Browser, type TestWeb, testWeb, tokenIn } from '../support/web.ts';

describe('what no browser of ours would send', () => {
  let web: TestWeb;
  let visitor: Browser;
  let csrf: string;
  before(async () => {
    web = await testWeb('hostile');
    visitor = await web.browser();
    csrf = tokenIn((await visitor.get('/fr/sign-in')).text);
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const send = (body: string, type = 'application/x-www-form-urlencoded') =>
    visitor.send('/fr/sign-in', type, body);
  const codeOf = ({ text }: { text: string }) => JSON.parse(text).code;

  it('is refused in the address: NUL, escapes that are no UTF-8, unknown languages and paths', async () => {
    for (const path of ['/fr/%00', '/%FF', '/fr/labels/%C3%28', '/fr/register?q=%ED%A0%80']) {
      const answer = await visitor.get(path).set('Accept', 'application/json');
      expect([answer.status, codeOf(answer)], path).to.deep.equal([400, 'badRequest']);
    }
    for (const path of [
      '/xx',
      '/es/register',
      '/fr/nothing',
      '/.env',
      '/assets/../package.json',
      '/assets/x.css',
    ]) {
      const answer = await visitor.get(path).set('Accept', 'application/json');
      expect([answer.status, codeOf(answer)], path).to.deep.equal([404, 'notFound']);
    }
  });

  it('is refused by method, and told which are taken', async () => {
    const agent = supertest(web.server as unknown as Server);
    const answer = await agent.delete('/fr/sign-in').set('Accept', 'application/json');
    expect([answer.status, codeOf(answer)]).to.deep.equal([405, 'methodNotAllowed']);
    expect(answer.headers.allow).to.include('POST');
    const post = await agent.post('/api/v1/labels/MIE-26-00042-D').send({ a: 1 });
    expect(post.status).to.equal(405);
  });

  it('is refused in the body before any field is looked at', async () => {
    const broken = [
      `csrf=${csrf}&email=a%00b`,
      `csrf=${csrf}&email=%FF%FE`,
      `csrf=${csrf}&email%00=x`,
      `csrf=${csrf}&email=%C0%AF`,
    ];
    for (const body of broken) expect((await send(body)).status, body).to.equal(400);
    for (const body of ['{', '[1', '"x"', '{"email":"\\u0000"}', '{"email":"\\ud800"}']) {
      expect((await send(body, 'application/json')).status, body).to.equal(400);
    }
    const large = await send(`csrf=${csrf}&email=${'x'.repeat(300_000)}`);
    expect(large.status).to.equal(413);
  });

  it('is refused field by field, with what was typed shown again as text', async () => {
    const of = async (field: string) => {
      const answer = await send(`csrf=${csrf}&${field}`);
      expect(answer.status, field).to.equal(422);
      return answer.text;
    };
    await of('email[$gt]=');
    await of('email[]=a@b.ch&email[]=c@d.ch');
    await of('email=');
    await of('email=nobody');
    await of('email=a%E2%80%AEb@c.ch');
    await of(`email=${'x'.repeat(2000)}@b.ch`);
    await of('email=a@b.ch&role=administrator');
    const polluting = `{"csrf":"${csrf}","email":"a@b.ch","__proto__":{"admin":true},"constructor":1}`;
    expect((await send(polluting, 'application/json')).status).to.equal(400);
    expect(await of(`email=${encodeURIComponent('"><script>alert(1)</script>')}`)).to.not.include(
      '<script>alert',
    );
    expect(web.letters).to.deep.equal([]);
  });

  it('is refused without the token of the session, with another one, and from another site', async () => {
    for (const body of ['email=a@b.ch', 'csrf=&email=a@b.ch', `csrf=${csrf}x&email=a@b.ch`, 'csrf[a]=b']) {
      expect((await send(body)).status, body).to.equal(403);
    }
    expect((await send('x', 'text/plain')).status).to.equal(403);
    const elsewhere = await visitor
      .send('/fr/sign-in', 'application/x-www-form-urlencoded', `csrf=${csrf}&email=a@b.ch`)
      .set('Origin', 'https://elsewhere.example');
    expect(elsewhere.status).to.equal(403);
    expect(web.letters).to.deep.equal([]);
  });
});

describe('an address that is none', () => {
  it('is a plain 400, and no failure of ours', async () => {
    const web = await testWeb('no-address');
    const server = createServer(web.server).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request({ host: '127.0.0.1', port, path: 'http://[/fr' }, resolve).once('error', reject).end();
    });
    expect(answer.statusCode).to.equal(400);
    expect(web.logged).to.deep.equal([]);
    answer.destroy();
    server.close();
    await web.stop();
  });
});
