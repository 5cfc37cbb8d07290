// Tier: all. Budget: 6 s.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { type TestService, testService } from '../support/run/service.ts';
import { builtCli } from '../support/servers/builtCli.ts';
import { testMailServer } from '../support/servers/mailServer.ts';

describe('made-in-ess test-email', () => {
  let service: TestService;
  before(async () => {
    service = await testService('test-email');
  });
  after(() => service.stop());

  const run = async (typed: readonly string[], smtp: object) => {
    const env = {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, MODE: 'production' },
      ...{ SESSION_SECRET: 'u8Q0s3dY7kPzW1nGxR5vLbT2jCfM9hEa', PUBLIC_URL: 'https://label.example' },
      ...{ MONGODB_URI: service.uri, MONGODB_NAME: service.connection.name, ...smtp },
    };
    const program = spawn(process.execPath, [builtCli, ...typed], { env });
    const [said, [code]] = await Promise.all([
      Promise.all([text(program.stdout), text(program.stderr)]).then((all) => all.join('')),
      once(program, 'exit'),
    ]);
    return { said, code };
  };

  it('sends as the service does, by both of its names, and says what the server answers', async () => {
    const refuses = (address: string) => address.startsWith('refused');
    const server = await testMailServer({}, refuses);
    const smtp = {
      SMTP_URL: server.url,
      MAIL_FROM: 'Label <label@specimen.example>',
      BOUNCE_ADDRESS: 'retour@specimen.example',
    };
    for (const name of ['test-email', 'test-letter']) {
      const sent = await run([name, 'Reader@specimen.example'], smtp);
      expect(sent).to.deep.include({ code: 0 });
      expect(sent.said).to.match(/took an e-mail to reader@specimen\.example/);
    }
    expect(server.received.map(({ to }) => to)).to.deep.equal(Array(2).fill(['reader@specimen.example']));
    expect(server.received[0]?.from).to.match(/^retour\+/);
    expect(server.received[0]?.mail.text).to.match(/label\.example/);
    const refused = await run(['test-email', 'refused@specimen.example'], smtp);
    expect(refused.code).to.equal(1);
    expect(refused.said).to.match(/did not take it: 550 no mailbox …\n"made-in-ess doctor"/);
    await server.stop();
    const states = await service.connection
      .collection('sentLetters')
      .distinct('state', { kind: 'testEmail' });
    expect(states).to.have.members(['sent', 'refused']);
  });

  it('refuses what is no address', async () => {
    const smtp = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'label@specimen.example' };
    expect(await run(['test-email', 'nobody'], smtp)).to.deep.equal({
      code: 1,
      said: '"nobody" is no e-mail address\n',
    });
  });
});
