// Tier: all. Budget: 10 s.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { createHttpServer } from '../../../src/boot/createHttpServer.ts';
import { type LimitClass, type LimitRules, limitRules } from '../../../src/commands/ports/limitRules.ts';
import { createLimits } from '../../../src/storage/database/createLimits.ts';
import { createApp } from '../../../src/web/app.ts';
import { closed, shown } from '../../support/web.ts';
import { complaints } from './support/complaints.ts';
import { exchange } from './support/exchange.ts';
import { ask, form, parts, type Row, send } from './support/row.ts';
import { openScene, type Scene } from './support/scene.ts';
import { write } from './support/write.ts';

const urlencoded = 'application/x-www-form-urlencoded';

/** As often as in operation, in a window that does not end meanwhile, however slow the machine. */
const onOneDay = Object.fromEntries(
  Object.entries(limitRules).map(([name, rule]) => [name, { ...rule, seconds: 24 * 60 * 60 }]),
) as unknown as LimitRules;

/** What is done again and again, each by the limit that ends it; `§i` counts the times. */
const floods: Partial<Record<LimitClass, Row>> = {
  lettersToAddressFromClient: form(
    'letters to one address',
    '/fr/sign-in',
    'email=flooded@specimen.example',
    429,
  ),
  lettersFromClient: form(
    'letters to many addresses',
    '/fr/sign-in',
    'email=flooded-§i@specimen.example',
    429,
  ),
  codesFromClient: form('tries of links', '/fr/sign-in/link', 't=forged-§i', 429),
  writesOfVisitor: send('forms without a token', '/fr/sign-in', urlencoded, ['email=x'], 429),
  writesOfPerson: send('forms of a person without a token', '/fr/account', urlencoded, ['name=x'], 429, {
    as: 'stranger',
  }),
  uploadsOfPerson: parts('files', '/fr/applications/§own/evidence', [], 429, { as: 'applicant' }),
  exportsOfPerson: form('exports', '/fr/account/export', '', 429, { as: 'stranger' }),
  lookups: ask('numbers of labels', '/api/v1/labels/MIE-26-§i-X', 429),
};

describe('a flood of', () => {
  let scene: Scene;
  before(async () => {
    scene = await openScene('flood');
  });
  after(() => scene.stop());

  for (const [name, row] of Object.entries(floods) as [LimitClass, Row][]) {
    it(`${row.name} gets 429, not before its limit`, async () => {
      const { web, values, sessions } = scene;
      // Its own secret gives it counts of its own.
      const limits = createLimits(web.connection, `the flood ${name} of this test run`, onOneDay);
      const server = createHttpServer(createApp({ ...web.deps, limits }, closed, shown).callback()).listen(
        0,
        '127.0.0.1',
      );
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const next = async (i: number) =>
        exchange(port, await write(row, { ...values, ...sessions[row.as], i: String(i).padStart(5, '0') }));
      const { times, seconds } = onOneDay[name];
      const statuses = new Set<number>();
      for (let i = 0; i < times; i += 1) statuses.add((await next(i)).status);
      expect([...statuses], 'so many are taken').to.not.include(429);
      const refused = await next(times);
      expect(complaints(row, refused)).to.deep.equal([]);
      expect(Number(refused.headers['retry-after'])).to.be.within(1, seconds);
      server.closeAllConnections();
      server.close();
    });
  }
});
