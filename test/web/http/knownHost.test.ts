import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { type TestWeb, testWeb } from '../../support/web.ts';

describe('the host of a request', () => {
  let development: TestWeb;
  let production: TestWeb;
  let proxied: TestWeb;
  const servers: Server[] = [];
  before(async () => {
    development = await testWeb('host');
    production = await testWeb('host-production', { mode: 'production', publicUrl: 'https://label.example' });
    proxied = await testWeb('host-proxied', {
      mode: 'production',
      publicUrl: 'https://label.example',
      trustedProxyHops: 1,
    });
  });
  after(async () => {
    for (const server of servers) server.closeAllConnections();
    for (const server of servers) server.close();
    for (const web of [development, production, proxied]) await web.stop();
  });

  const listen = async (web: TestWeb) => {
    const server = createServer(web.server).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const statusOf = async (port: number, host: string, headers: object = {}, path = '/fr/sign-in') => {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = { host: '127.0.0.1', port, path, headers: { ...headers, Host: host }, setHost: false };
      request(sent, resolve).once('error', reject).end();
    });
    answer.resume();
    return answer.statusCode;
  };

  it('is ours in development, or this machine at the listening port', async () => {
    const port = await listen(development);
    for (const host of [
      'label.example',
      'LABEL.example',
      'label.example:80',
      `localhost:${port}`,
      `127.0.0.1:${port}`,
      `[::1]:${port}`,
    ]) {
      expect(await statusOf(port, host), host).to.equal(200);
    }
    for (const host of [
      'elsewhere.example',
      'label.example.elsewhere.example',
      'label.example:8080',
      'label.example.',
      'label.example/x',
      'label.example, elsewhere.example',
      'user@label.example',
      'localhost',
      `localhost:${port + 1}`,
      `localhost.elsewhere.example:${port}`,
      `127.0.0.2:${port}`,
      '',
    ]) {
      expect(await statusOf(port, host), host).to.equal(400);
      expect(await statusOf(port, host, {}, '/fr'), `${host}, a public page`).to.equal(400);
      expect(await statusOf(port, host, {}, '/api/v1/labels/MIE-26-00042-D'), `${host}, data`).to.equal(400);
    }
  });

  it('that is not ours is told which one is, on a page with its style, and this machine how to look', async () => {
    const port = await listen(production);
    const textOf = async (host: string, path: string) => {
      const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        const headers = { Host: host, Accept: 'text/html' };
        request({ host: '127.0.0.1', port, path, headers, setHost: false }, resolve)
          .once('error', reject)
          .end();
      });
      return { status: answer.statusCode, headers: answer.headers, page: await text(answer) };
    };
    for (const language of ['fr', 'de', 'it', 'en']) {
      const here = await textOf(`localhost:${port}`, `/${language}`);
      expect(here.status).to.equal(400);
      expect(here.page, language).to.include(`href="https://label.example/${language}"`);
      expect(here.page, language).to.include('curl --header').and.to.include(`http://localhost:${port}/`);
      expect(String(here.headers['content-security-policy'])).to.not.include('upgrade-insecure-requests');
      const foreign = await textOf('elsewhere.example', `/${language}`);
      expect(foreign.page, language).to.include('https://label.example').and.to.not.include('curl');
      const [, style = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(here.page) ?? [];
      expect((await textOf('elsewhere.example', style)).status, style).to.equal(200);
    }
    expect((await textOf('elsewhere.example', '/assets/../fr')).status).to.equal(404);
  });

  it('is ours only in production, whatever a forwarded header says', async () => {
    const port = await listen(production);
    expect(await statusOf(port, 'label.example')).to.equal(200);
    expect(await statusOf(port, 'label.example:443')).to.equal(200);
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, 'elsewhere.example', 'label.example:80']) {
      expect(await statusOf(port, host), host).to.equal(400);
      expect(await statusOf(port, host, { 'X-Forwarded-Host': 'label.example' }), host).to.equal(400);
    }
  });

  it('is taken from our own proxy, if there is one', async () => {
    const port = await listen(proxied);
    expect(await statusOf(port, 'inside:8080', { 'X-Forwarded-Host': 'label.example' })).to.equal(200);
    expect(await statusOf(port, 'label.example', { 'X-Forwarded-Host': 'elsewhere.example' })).to.equal(400);
    expect(await statusOf(port, 'elsewhere.example')).to.equal(400);
  });

  it('never gets into a letter', async () => {
    const port = await listen(development);
    const browser = await development.browser();
    const { text } = await browser.get('/fr/sign-in');
    const csrf = /name="csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
    await browser
      .send('/fr/sign-in', 'application/x-www-form-urlencoded', `csrf=${csrf}&email=host@specimen.example`)
      .set('X-Forwarded-Host', 'elsewhere.example')
      .set('Forwarded', 'host=elsewhere.example');
    const letter = development.letters.at(-1);
    expect(letter?.to).to.equal('host@specimen.example');
    expect(`${letter?.text}${letter?.html}`).to.not.include('elsewhere').and.to.not.include(String(port));
  });
});
