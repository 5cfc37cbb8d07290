import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startApplication } from '../../src/commands/application/selfAssessment/startApplication.ts';
import { organisationScopes } from '../../src/commands/items/apiKey.ts';
import { makeKey } from '../../src/commands/people/keys/makeKey.ts';
import { createApp } from '../../src/web/app.ts';
import { followGuide } from '../support/guides/followGuide.ts';
import { registerSpecimen, storedPerson } from '../support/organisations.ts';
import { specimenEntry } from '../support/samples/specimenEntry.ts';
import { closed, shown, type TestWeb, testWeb } from '../support/web.ts';

const scimToken = 'hJ4kP9sXq2LmV7wZ0bN5cT8rF1yD6gUe';

describe('the guide to the API', () => {
  let web: TestWeb;
  let server: Server;
  after(async () => {
    server.closeAllConnections();
    server.close();
    await web.stop();
  });

  followGuide('docs/guides/api.md', async () => {
    web = await testWeb('api-guide');
    await web.publish(specimenEntry);
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('request', createApp({ ...web.deps, publicUrl: address, scimToken }, closed, shown).callback());
    const owner = await web.person('owner');
    const organisationId = await registerSpecimen(web.deps, owner);
    const member = await storedPerson(web.deps, owner);
    await startApplication(web.deps, member, { organisationId });
    const made = { organisationId, name: 'Guide', scopes: organisationScopes, endsOn: '2027-03-01' };
    const key = await makeKey(web.deps, member, made);
    return {
      instead: {
        'LABEL=https://label.example': `LABEL=${address}`,
        'KEY=mie_0000': `KEY=${key}`,
        'TOKEN=0000': `TOKEN=${scimToken}`,
      },
    };
  });
});
