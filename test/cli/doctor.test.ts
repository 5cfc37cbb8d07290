// Tier: all. Budget: 7 s.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { databaseFindings } from '../../src/cli/doctor/databaseFindings.ts';
import { type Finding, linesOf } from '../../src/cli/doctor/finding.ts';
import { publicAddressFindings } from '../../src/cli/doctor/publicAddress.ts';
import { findings } from '../../src/cli/doctor.ts';
import { readConfig } from '../../src/config.ts';
import { testFolder } from '../support/run/folders.ts';
import { keysFolder } from '../support/run/server.ts';
import { type TestService, testService } from '../support/run/service.ts';
import { testDnsServer } from '../support/servers/dnsServer.ts';

type Report = Parameters<typeof databaseFindings>[0];

const well: Report = {
  ...{ version: '8.0.4', isSet: true, aheadMs: 12, withinMs: 3, missingIndexes: [] },
  migrations: { toExpand: [], toContract: [], unknown: [] },
};

const lightsOf = (all: readonly Finding[]) => all.filter(({ light }) => light !== 'good');

describe('made-in-ess doctor', () => {
  const broken: [string, Partial<Report>, Finding['light'], RegExp][] = [
    ['no replica set', { isSet: false }, 'now', /without a replica set.*--replSet/],
    ['too old a server', { version: '5.0.1' }, 'now', /too old.*Use 8\.0/],
    [
      'a server out of support',
      { version: '6.0.5' },
      'soon',
      /no longer receives security fixes.*MONGODB_URI/,
    ],
    ['a clock a minute and more behind', { aheadMs: -86_400_000 }, 'now', /86400 s behind.*NTP/],
    ['a clock some seconds ahead', { aheadMs: 5_000 }, 'soon', /5 s ahead of/],
    [
      'a newer version',
      { migrations: { ...well.migrations, unknown: ['9999-x'] } },
      'now',
      /9999-x.*Run that version/,
    ],
    [
      'migrations outstanding',
      { migrations: { ...well.migrations, toExpand: ['0100-y'] } },
      'soon',
      /0100-y.*migrate/,
    ],
    [
      'a contraction outstanding',
      { migrations: { ...well.migrations, toContract: ['0101-z'] } },
      'soon',
      /0101-z.*--contract/,
    ],
    [
      'a missing index',
      { missingIndexes: ['records stream_1_seq_1'] },
      'now',
      /records stream_1_seq_1.*migrate/,
    ],
  ];
  it('finds nothing where nothing is wrong, and says of each thing that is what to do', () => {
    expect(lightsOf(databaseFindings(well))).to.deep.equal([]);
    for (const [what, part, light, says] of broken) {
      const found = lightsOf(databaseFindings({ ...well, ...part }));
      expect(
        found.map((one) => one.light),
        what,
      ).to.deep.equal([light]);
      expect(found.flatMap(linesOf).join(' '), what).to.match(says);
    }
  });

  describe('of a public address', () => {
    let server: Server;
    let answer: { readonly status: number; readonly body: string; readonly headers: Record<string, string> };
    before(async () => {
      server = createServer((_, res) => res.writeHead(answer.status, answer.headers).end(answer.body));
      await once(server.listen(0, '127.0.0.1'), 'listening');
    });
    after(() => void server.close());
    const ask = async (publicUrl: string, hops = '1') => {
      const config = {
        ...readConfig({ PUBLIC_URL: 'http://localhost:1', TRUSTED_PROXY_HOPS: hops }),
        publicUrl,
      };
      return lightsOf(await publicAddressFindings({ ...config, mode: 'production' }, ['zKey']));
    };

    it('says whether it leads here, by a proxy that passes on what it must', async () => {
      const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const headers = { 'X-Content-Type-Options': 'nosniff' };
      answer = { status: 200, body: '{"publicKeyMultibase":"zKey"}', headers };
      expect(await ask(here)).to.deep.equal([]);
      expect((await ask(here, '0')).map(({ says }) => says).join()).to.match(/TRUSTED_PROXY_HOPS is 0/);
      answer = { ...answer, headers: {} };
      expect((await ask(here)).flatMap(linesOf).join()).to.match(/without the security headers/);
      answer = { ...answer, status: 404, body: 'not here' };
      expect((await ask(here)).flatMap(linesOf).join()).to.match(/shows none of the keys/);
      expect((await ask('http://127.0.0.1:9')).flatMap(linesOf).join()).to.match(
        /does not answer: .*the proxy forwards/,
      );
    });
  });

  describe('of an installation', () => {
    let service: TestService;
    let settings: NodeJS.ProcessEnv;
    let dns: Awaited<ReturnType<typeof testDnsServer>>;
    before(async () => {
      service = await testService('doctor');
      dns = await testDnsServer({ 'b.example': ['v=spf1 +all'] });
      settings = {
        ...{ MONGODB_URI: service.uri, MONGODB_NAME: service.connection.name, KEYS_DIR: keysFolder() },
        DATA_DIR: await testFolder(),
      };
    });
    after(async () => {
      dns.stop();
      await service.stop();
    });
    const found = async (others: NodeJS.ProcessEnv = {}) => {
      const all: Finding[] = [];
      for await (const finding of findings({ ...settings, ...others }, dns.resolver)) all.push(finding);
      return all;
    };
    const lines = async (others: NodeJS.ProcessEnv) => (await found(others)).flatMap(linesOf).join('\n');

    it('looks at everything it stands on, and at what is wrong with each', async () => {
      const whole = await found();
      expect(whole.map(({ what }) => what)).to.include.members([
        ...['Settings', 'Database server', 'Clocks', 'Migrations', 'Indexes', 'Last backup', 'Stopped jobs'],
        ...[
          'Waiting work',
          'Clock',
          'Database',
          'Disk',
          'Virus check',
          'Signing key',
          'Certificate of the seal',
          'Mail',
        ],
      ]);
      expect(whole.find(({ what }) => what === 'Mail')?.says).to.match(
        /^No e-mail has been sent yet\. Nothing was refused/,
      );
      const nowhere = {
        SMTP_URL: 'smtp://127.0.0.1:9',
        MAIL_FROM: 'a@b.example',
        TIMESTAMP_URL: 'http://127.0.0.1:9',
      };
      const wrong = await lines({ ...nowhere, CLAMAV_HOST: '127.0.0.1', CLAMAV_PORT: '9' });
      expect(wrong).to.match(
        /✗ Mail server: It does not answer as expected: .*ECONNREFUSED.*\n {2}→ Check SMTP_URL/,
      );
      expect(wrong).to.match(/! SPF of b\.example: .*lets anyone send/);
      expect(wrong).to.match(/✗ Time-stamping: .*\n {2}→ Check TIMESTAMP_URL/);
      expect(wrong).to.match(/✗ Virus check: It does not answer/);
      const keyless = await lines({ KEYS_DIR: await testFolder(), MODE: 'development' });
      expect(keyless).to.match(/[✗✓] Signing key/);
    });

    it('tells all faults of the settings at once, and asks nothing that rests on what is missing', async () => {
      const faults = await found({ PORT: 'many', SMTP_URL: 'smtp://x' });
      expect(faults.map(({ light, what }) => `${what} ${light}`)).to.deep.equal([
        'Settings now',
        'Settings now',
      ]);
      const down = await found({ MONGODB_URI: 'mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=100' });
      expect(down.at(-1)).to.include({ light: 'now', what: 'Database server' });
      const { connection } = service;
      await connection.collection('backups').dropIndexes();
      const dropped = await lines({});
      await connection.collection('backups').createIndex({ finishedAt: -1 });
      expect(dropped).to.match(/✗ Indexes: 1 missing: backups finishedAt_-1/);
    });
  });
});
