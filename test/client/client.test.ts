import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { build } from 'esbuild';
import { bringEvidence, changesSince, createClient, everyLabel } from '../../client/index.js';
import { startApplication } from '../../src/commands/application/selfAssessment/startApplication.ts';
import { organisationScopes } from '../../src/commands/items/apiKey.ts';
import { makeKey } from '../../src/commands/people/keys/makeKey.ts';
import { createApp } from '../../src/web/app.ts';
import { clientDigest, clientFolder, schemaFile } from '../support/client/clientDocument.ts';
import { registerSpecimen, storedPerson } from '../support/organisations.ts';
import { specimenEntry } from '../support/samples/specimenEntry.ts';
import { closed, shown, type TestWeb, testWeb } from '../support/web.ts';

const { number } = specimenEntry;

describe('the client', () => {
  let web: TestWeb;
  let server: Server;
  let address: string;
  let key: string;
  let application: string;
  before(async () => {
    web = await testWeb('client');
    await web.publish(specimenEntry);
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('request', createApp({ ...web.deps, publicUrl: address }, closed, shown).callback());
    const owner = await web.person('owner');
    const organisationId = await registerSpecimen(web.deps, owner);
    const member = await storedPerson(web.deps, owner);
    application = await startApplication(web.deps, member, { organisationId });
    const made = { organisationId, name: 'Client', scopes: organisationScopes, endsOn: '2027-03-01' };
    key = await makeKey(web.deps, member, made);
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    await web.stop();
  });

  it('has the types of the OpenAPI document of today; else `npm run client`', () => {
    expect(readFileSync(schemaFile, 'utf8').split('\n')[0]).to.equal(`// OpenAPI document ${clientDigest()}`);
  });

  it('reads the register, and says what is wrong by its code', async () => {
    const client = createClient({ address, language: 'en' });
    const found = await client.GET('/api/v1/labels', { params: { query: { q: 'pain' } } });
    expect(found.data?.labels.map((label) => label.number)).to.deep.equal([number]);
    const one = await client.GET('/api/v1/labels/{number}', { params: { path: { number } } });
    expect(one.data?.number).to.equal(number);
    const several = await client.POST('/api/v1/lookup', { body: { numbers: [number, 'x'] } });
    expect(several.data?.results.map(({ result }) => result)).to.deep.equal(['found', 'notANumber']);
    const none = await client.GET('/api/v1/labels/{number}', { params: { path: { number: 'x' } } });
    expect([none.response.status, none.error?.code]).to.deep.equal([404, 'notFound']);
  });

  it('goes through a search and through changes to their ends, and throws the problem of a page that fails', async () => {
    const client = createClient({ address });
    const numbers: string[] = [];
    for await (const label of everyLabel(client, { q: 'pain' })) numbers.push(label.number);
    expect(numbers).to.deep.equal([number]);
    const pages = [];
    for await (const page of changesSince(client)) pages.push(page);
    expect(pages.flatMap(({ changes }) => changes.map((label) => label.number))).to.deep.equal([number]);
    expect((await changesSince(client, pages.at(-1)?.next).next()).value?.changes).to.deep.equal([]);
    const lost = await changesSince(client, 'nowhere')
      .next()
      .catch((error: unknown) => error);
    expect(lost).to.have.nested.property('problem.faults[0].code', 'badCursor');
  });

  it('waits as it is asked to, no longer than it may, and makes a problem of what a proxy says', async () => {
    const proxied = (...before: readonly Response[]) => {
      const answers = [...before];
      return async (request: Request) => answers.shift() ?? fetch(request);
    };
    const busy = (after: string) => new Response('', { status: 429, headers: { 'Retry-After': after } });
    const lookUp = (options: {
      readonly waitSeconds?: number;
      readonly fetch: (request: Request) => Promise<Response>;
    }) => createClient({ address, ...options }).POST('/api/v1/lookup', { body: { numbers: [number] } });
    const waiting = await lookUp({ waitSeconds: 1, fetch: proxied(busy('0'), busy('0')) });
    expect(waiting.data?.results.map(({ result }) => result)).to.deep.equal(['found']);
    const tooLong = await lookUp({ waitSeconds: 1, fetch: proxied(busy('2')) });
    const never = await lookUp({ fetch: proxied(busy('0')) });
    const page = await lookUp({ fetch: proxied(new Response('<p>Bad Gateway', { status: 502 })) });
    expect([tooLong, never, page].map(({ error }) => [error?.status, error?.code])).to.deep.equal([
      [429, 'unexpected'],
      [429, 'unexpected'],
      [502, 'unexpected'],
    ]);
    expect(page.error?.detail).to.equal('<p>Bad Gateway');
  });

  it('asks by a key for its organisation', async () => {
    const without = await createClient({ address }).GET('/api/v1/applications');
    expect([without.response.status, without.error?.code]).to.deep.equal([401, 'keyMissing']);
    const client = createClient({ address, key });
    const { data } = await client.GET('/api/v1/applications');
    expect(data?.applications.map((one) => [one.number, one.state, one.waitsFor])).to.deep.equal([
      [application, 'draft', 'organisation'],
    ]);
    const file = new File(['Comptes spécimen'], 'comptes.txt');
    const brought = await bringEvidence(client, application, { file, criterion: 'FIN-01' });
    const again = await bringEvidence(client, application, { file });
    expect([brought.response.status, again.response.status]).to.deep.equal([201, 200]);
    expect(again.data).to.deep.equal(brought.data);
    expect(brought.data?.name).to.equal('comptes.txt');
  });

  it('is loaded by Node as it is, and by a browser without anything of Node', async () => {
    const script = "const c = await import('./index.js'); console.log(Object.keys(c).sort().join());";
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: clientFolder });
    expect(String(said).trim()).to.equal('bringEvidence,changesSince,createClient,everyLabel');
    const { outputFiles, warnings } = await build({
      ...{ entryPoints: [`${clientFolder}/index.js`], bundle: true, write: false },
      ...{ format: 'esm', platform: 'browser', logLevel: 'silent' },
    });
    expect(warnings).to.deep.equal([]);
    expect(outputFiles[0]?.text).to.not.match(/\brequire\(|node:/);
  });
});
