// Tier: all. Budget: 8 s.
import { expect } from 'chai';
import type { Connection } from 'mongoose';
import { systemActor } from '../../src/commands/common/actor.ts';
import { changeItem } from '../../src/commands/common/noteOn.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { linkKey } from '../../src/commands/common/signedLink.ts';
import { enrolPerson } from '../../src/commands/people/accounts/enrolPerson.ts';
import { createI18n } from '../../src/i18n/i18n.ts';
import type { LetterDeps } from '../../src/letters/letters.ts';
import { createMailboxMailer } from '../../src/mailing/createMailboxMailer.ts';
import { createStore } from '../../src/storage/createStore.ts';
import { createJobs } from '../../src/storage/database/createJobs.ts';
import { createLeases } from '../../src/storage/database/createLeases.ts';
import { connect } from '../../src/storage/database/database.ts';
import { migrateDatabase } from '../../src/storage/database/migrate.ts';
import type { OpenDatabase } from '../../src/storage/database/mongod.ts';
import { openDatabase } from '../../src/storage/database/openDatabase.ts';
import { createMailbox } from '../../src/storage/letters/createMailbox.ts';
import { createJournal } from '../../src/storage/privacy/createJournal.ts';
import { strike } from '../../src/workers/clock.ts';
import { handlers } from '../../src/workers/handlers.ts';
import { handlersOf } from '../../src/workers/reactions.ts';
import { startRelay } from '../../src/workers/relay.ts';
import { schedules } from '../../src/workers/schedules.ts';
import { insertLabel } from '../support/insertLabel.ts';
import { testFolder } from '../support/run/folders.ts';
import { databaseOptions } from '../support/run/server.ts';
import { type TestService, testSecret, testService } from '../support/run/service.ts';

const people = 12;

describe('workers and clock whose database is gone for an hour', () => {
  let service: TestService;
  let server: OpenDatabase;
  let folder: string;
  let connection: Connection;
  let deps: LetterDeps;
  let logged: string[];
  const log = { info: () => {}, warn: note, error: note };
  function note(_: object, message = '') {
    logged.push(message);
  }
  const until = async (holds: () => boolean | Promise<boolean>) => {
    while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
  };

  const letters = () => connection.collection('mails').find({ kind: 'rolesChange' }).toArray();

  before(async () => {
    service = await testService('database-gone');
    folder = await testFolder();
    server = await openDatabase(databaseOptions(folder));
    connection = await connect(`${server.uri}&serverSelectionTimeoutMS=300`, 'gone');
    await migrateDatabase(connection);
    const mailbox = createMailbox(connection, () => service.deps.ids.next(), service.deps.clock);
    const paper = {
      i18n: createI18n(),
      publicUrl: service.deps.publicUrl,
      linkKey: linkKey(testSecret),
      contact: 'secretariat@specimen.example',
      specimen: true,
    };
    const mailer = createMailboxMailer(mailbox, paper);
    deps = { ...service.deps, mailer, store: createStore(connection, handlersOf) };
    logged = [];
  });
  after(async () => {
    await connection.close();
    await server.stop();
    await service.stop();
  });

  it('go on by themselves: no job is lost, none is done twice, and what was due is taken', async () => {
    service.setClock('2029-04-30T08:00:00.000Z');
    const enrol = (name: string) =>
      enrolPerson(deps, { email: `${name}@specimen.example`, name, language: 'fr', roles: [] });
    const { number } = await insertLabel({ ...service, deps, person: enrol }, 'holder');
    for (let i = 0; i < people; i += 1) {
      const person = await enrol(`person-${i}`);
      const data = { given: ['officer'], taken: [] } as const;
      const at = deps.clock.now().toISOString();
      const line = { at, actor: systemActor, facts: ['person.rolesChanged'], data } as const;
      await deps.store.commit([changeItem(deps, 'people', person, { roles: ['officer'] }, line)]);
    }
    const jobs = createJobs(connection);
    const { waiting } = await jobs.counts();
    expect(waiting).to.be.greaterThan(people);
    const relay = startRelay({ deps, jobs, handlers, worker: 'relay', log });
    const parts = { deps, leases: createLeases(connection), schedules, holder: 'clock', log };
    await until(async () => (await letters()).length >= 2);

    await server.stop();
    service.setClock('2029-05-01T08:00:00.000Z');
    await strike(parts);
    await until(() => logged.some((message) => message.includes('outbox cannot be read')));
    expect(logged.filter((message) => message.includes('the clock could not'))).to.have.length(
      schedules.length,
    );
    service.setClock('2029-05-01T09:00:00.000Z');

    server = await openDatabase(databaseOptions(folder));
    await until(() =>
      strike(parts).then(
        async () => (await deps.store.label(number))?.state === 'expired',
        () => false,
      ),
    );
    await until(async () => (await jobs.counts()).waiting === 0);
    await relay.stop();

    const entry = requireVisible(await deps.store.entry(number));
    expect(entry.state).to.equal('expired');
    const { done, parked } = await jobs.counts();
    expect(parked).to.equal(0);
    expect(done).to.be.greaterThanOrEqual(waiting);
    const told = (await letters()).map(({ to }) => String(to));
    expect(told.sort()).to.deep.equal([...new Set(told)].sort());
    expect(told).to.have.length(people);
    const expired = (await deps.store.records(`labels/${number}`)).filter(({ facts }) =>
      facts.includes('label.expired'),
    );
    expect(expired).to.have.length(1);
    expect(
      (await createJournal(connection).verify()).faults.filter(({ stream }) => stream.startsWith('people/')),
    ).to.deep.equal([]);
  });
});
