import { spawnSync } from 'node:child_process';
import { expect } from 'chai';
import { testDatabase } from '../support/run/server.ts';
import { builtCli } from '../support/servers/builtCli.ts';

/** What production is started with, over a database that gives no answer: nothing is written whatever happens. */
const production = {
  MODE: 'production',
  SESSION_SECRET: 'u8Q0s3dY7kPzW1nGxR5vLbT2jCfM9hEa',
  PUBLIC_URL: 'https://label.example',
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'label@label.example',
  MONGODB_URI: 'mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=100',
};

function run(command: string, environment: Readonly<Record<string, string>>) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...environment };
  const all = [builtCli, command];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('production', () => {
  it('warns at each start without a virus scanner, and not when one is set', () => {
    const without = run('serve', production);
    expect(without.stdout).to.match(/"level":40,.*No virus scanner is set.*CLAMAV_HOST/);
    const scanned = run('serve', { ...production, CLAMAV_HOST: 'scanner.example' });
    expect(scanned.stdout).to.not.include('virus');
    for (const { status, stderr } of [without, scanned]) {
      expect([status, stderr]).to.satisfy(
        ([code, text]: [number, string]) => code === 1 && text.includes('MONGODB_URI gives no answer'),
      );
    }
  });

  it('ends where its database lets it do nothing, so that whoever watches over it hears of it', async () => {
    const { uri, drop } = await testDatabase('production');
    const { status, stderr } = run('serve', {
      ...production,
      MONGODB_URI: `mongodb://${new URL(uri).host}/`,
    });
    expect([status, stderr]).to.deep.equal([
      1,
      'The server in MONGODB_URI asks for a user and a password: write them before its name.\n',
    ]);
    await drop();
  });

  it('has no demonstration, because that would empty the database', () => {
    const { status, stdout, stderr } = run('demo', production);
    expect([status, stdout]).to.deep.equal([1, '']);
    expect(stderr).to.match(/^MODE is production: .* Nothing was started\.\n$/);
  });

  it('is recommended to whoever runs development mode on a public address', () => {
    const { status, stderr } = run('serve', { HOST: '0.0.0.0', PUBLIC_URL: 'https://label.example' });
    expect(status).to.equal(1);
    expect(stderr).to.match(/ {2}HOST: .*MODE=production\n {2}PUBLIC_URL: .*MODE=production/);
  });
});
