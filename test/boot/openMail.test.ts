import { expect } from 'chai';
import { ids } from '../../src/boot/ids.ts';
import { openMail } from '../../src/boot/openMail.ts';
import { uncounted, untraced } from '../../src/commands/ports/watchPorts.ts';
import { connect } from '../../src/storage/database/database.ts';
import { createMailbox } from '../../src/storage/letters/createMailbox.ts';
import { createMailLog } from '../../src/storage/letters/createMailLog.ts';
import { type TestDatabase, testDatabase } from '../support/run/server.ts';
import { testSecret } from '../support/run/service.ts';
import { sampleLetter } from '../support/samples/sampleLetters.ts';
import { testMailServer } from '../support/servers/mailServer.ts';

describe('openMail', () => {
  let database: TestDatabase;
  let connection: Awaited<ReturnType<typeof connect>>;
  before(async () => {
    database = await testDatabase('open-mail');
    connection = await connect(database.uri, database.dbName);
  });
  after(async () => {
    await connection.close();
    await database.drop();
  });

  const operator = { name: null, email: 'secretariat@specimen.example', phone: null, address: null };
  const opened = (mode: 'development' | 'production', mail: { url: string; from: string } | null) =>
    openMail({
      config: { mode, mail, operator, bounces: null },
      ids,
      storage: {
        mailbox: createMailbox(connection, () => 'L1', { now: () => new Date() }),
        mailLog: createMailLog(connection),
        clock: { now: () => new Date() },
      },
      counts: uncounted,
      tracing: untraced,
      publicUrl: 'https://label.example',
      sessionSecret: testSecret,
      log: { info: () => {}, error: () => {} },
    });

  it('sends through the mail server when one is set, stores nothing, and closes the connection at the end', async () => {
    const server = await testMailServer();
    const mail = opened('production', { url: server.url, from: 'label@specimen.example' });
    expect(mail.mailbox).to.equal(null);
    await mail.send({ ...sampleLetter('labelIssued'), id: 'J1' });
    await mail.send({ ...sampleLetter('labelIssued'), id: 'J1' });
    await mail.close();
    await server.stop();
    expect(server.received).to.have.length(1);
    expect(server.received[0]?.mail.text).to.not.include('Démonstration');
    expect(await connection.collection('mails').countDocuments()).to.equal(0);
  });

  it('stores letters in the mailbox when no server is set, and marks them as specimens', async () => {
    const mail = opened('development', null);
    await mail.send(sampleLetter('labelIssued'));
    await mail.close();
    const [letter] = (await mail.mailbox?.letters()) ?? [];
    expect(letter).to.include({ kind: 'labelIssued', to: 'reader@specimen.example', id: 'L1' });
    expect(letter?.text).to.include('Démonstration');
  });

  it('can be closed before the first letter', async () => {
    await opened('development', null).close();
  });
});
