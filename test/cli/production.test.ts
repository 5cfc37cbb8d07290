import { expect } from 'chai';
import { testDatabase } from '../support/run/server.ts';
import { productionSettings as production, runCli } from '../support/servers/builtCli.ts';

describe('production', () => {
  it('warns at each start without a virus scanner, and not when one is set', () => {
    const without = runCli(production, 'serve');
    expect(without.stdout).to.match(/"level":40,.*No virus scanner is set.*CLAMAV_HOST/);
    const scanned = runCli({ ...production, CLAMAV_HOST: 'scanner.example' }, 'serve');
    expect(scanned.stdout).to.not.include('virus');
    for (const { status, stderr } of [without, scanned]) {
      expect([status, stderr]).to.satisfy(
        ([code, text]: [number, string]) => code === 1 && text.includes('MONGODB_URI gives no answer'),
      );
    }
  });

  it('ends where its database lets it do nothing, so that whoever watches over it hears of it', async () => {
    const { uri, drop } = await testDatabase('production');
    const { status, stderr } = runCli(
      { ...production, MONGODB_URI: `mongodb://${new URL(uri).host}/` },
      'serve',
    );
    expect([status, stderr]).to.deep.equal([
      1,
      'The server in MONGODB_URI asks for a user and a password: write them before its name.\n',
    ]);
    await drop();
  });

  it('has no demonstration, because that would empty the database', () => {
    const { status, stdout, stderr } = runCli(production, 'demo');
    expect([status, stdout]).to.deep.equal([1, '']);
    expect(stderr).to.match(/^MODE is production: .* Nothing was started\.\n$/);
  });

  it('is recommended to whoever runs development mode on a public address', () => {
    const { status, stderr } = runCli({ HOST: '0.0.0.0', PUBLIC_URL: 'https://label.example' }, 'serve');
    expect(status).to.equal(1);
    expect(stderr).to.match(/ {2}HOST: .*MODE=production\n {2}PUBLIC_URL: .*MODE=production/);
  });
});
