// Tier: all. Budget: 21 s.
import { expect } from 'chai';
import { signedIn } from '../../src/cli/demo/signedIn.ts';
import { Visitor } from '../../src/cli/demo/visitor.ts';
import { readConfig } from '../../src/config.ts';
import { type Running, start } from '../../src/main.ts';
import { addDays, dayOf } from '../../src/register/day.ts';
import { aheadIn } from '../../src/storage/database/createClock.ts';
import { testFolder } from '../support/run/folders.ts';
import { type TestDatabase, testDatabase } from '../support/run/server.ts';

const owner = 'owner@specimen.example';

describe('a service whose clock is moved', () => {
  let database: TestDatabase;
  let running: Running;
  const begin = async (also: Readonly<Record<string, string>> = {}) => {
    const config = readConfig({
      MONGODB_URI: database.uri,
      MONGODB_NAME: database.dbName,
      DATA_DIR: await testFolder(),
      PORT: '0',
      FIRST_SPECIMENS: '0',
      LOG_LEVEL: 'silent',
      SECURITY_LOG: 'off',
      SESSION_SECRET: 'a secret that only this test run knows, and no other',
      ...also,
    });
    running = await start(config, () => {});
  };
  before(async () => {
    database = await testDatabase('moved-clock');
    await begin();
  });
  after(async () => {
    await running.stop();
    await database.drop();
  });
  const dayOn = async (visitor: Visitor) =>
    (await visitor.open('/fr/dev/clock')).html.querySelector('.lead')?.textContent ?? '';
  const moveTo = async (visitor: Visitor, until: string) => {
    // By the database, because a person may open so many pages and no more.
    const moves = database.connection.collection('counters').watch();
    await moves.tryNext();
    await visitor.send(await visitor.open('/fr/dev/clock'), '/dev/clock', { until });
    const day = async () => dayOf(new Date(Date.now() + (await aheadIn(database.connection))).toISOString());
    while ((await day()) < until) await moves.next();
    await moves.close();
    const again = async () => (await visitor.open('/fr/dev/clock')).html.querySelector('input[name=until]');
    while (!(await again()));
  };
  const french = (day: string) =>
    new Intl.DateTimeFormat('fr-CH', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

  it('signs nobody out, takes the codes that it writes, and its forms go on', async () => {
    const visitor = await signedIn(running.address, owner);
    const open = await visitor.open('/fr/account');
    const today = dayOf(new Date().toISOString());
    // Longer than a session lasts.
    await moveTo(visitor, addDays(today, 9));
    expect(await dayOn(visitor)).to.include(french(addDays(today, 9)));
    // The form of a page that was opened before is still this session's.
    const name = 'Spécimen Horloge';
    await visitor.send(open, '/account', { name });
    expect((await visitor.open('/fr/account')).html.textContent).to.include(name);
    const other = await signedIn(running.address, owner);
    expect((await other.open('/fr/account')).html.textContent).to.include(name);
  });

  it('is where it was after a restart, and says so on its pages', async () => {
    const day = await dayOn(new Visitor(running.address));
    await running.stop();
    await begin();
    expect(await dayOn(new Visitor(running.address))).to.equal(day);
    const home = await new Visitor(running.address).open('/fr');
    expect(home.html.querySelector('.band--clock')).to.not.equal(null);
  });

  it('holds nothing that production would take for its own', async () => {
    await running.stop();
    const refused = await begin({
      MODE: 'production',
      SMTP_URL: 'smtp://localhost:1',
      MAIL_FROM: 'label@specimen.example',
      PUBLIC_URL: 'https://label.example',
      SESSION_SECRET: 'kx8Qz0vT4mYp2LrWd7NfBg5HsJc9EuAa',
    }).then(
      () => null,
      (error: Error) => error.message,
    );
    expect(refused).to.include('was moved in development');
    await begin();
  });
});
