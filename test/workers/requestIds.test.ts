import { expect } from 'chai';
import { createLog } from '../../src/boot/createLog.ts';
import { submitApplication } from '../../src/commands/application/selfAssessment/submitApplication.ts';
import { createSmtpMailer } from '../../src/mailing/createSmtpMailer.ts';
import { logLetters } from '../../src/mailing/logLetters.ts';
import { createLeases } from '../../src/storage/database/createLeases.ts';
import { createMailLog } from '../../src/storage/letters/createMailLog.ts';
import { runTurn } from '../../src/workers/clock.ts';
import { handlers } from '../../src/workers/handlers.ts';
import { runNext } from '../../src/workers/relay.ts';
import { declarations, filledDraft } from '../support/applicationSteps.ts';
import { letterPaper, type TestService, testService } from '../support/run/service.ts';
import { type TestMailServer, testMailServer } from '../support/servers/mailServer.ts';

const request = '01JREQUESTOFATEST';

describe('the id of a request', () => {
  let service: TestService;
  let server: TestMailServer;
  let carrier: ReturnType<typeof createSmtpMailer>;
  const lines: string[] = [];
  const log = createLog({ logLevel: 'info' }, { write: (line: string) => void lines.push(line) });
  before(async () => {
    service = await testService('request-ids');
    server = await testMailServer();
    const paper = letterPaper(service.deps.publicUrl);
    carrier = createSmtpMailer({
      url: server.url,
      from: 'label@specimen.example',
      paper,
      bounces: null,
      log,
    });
  });
  after(async () => {
    carrier.close();
    await server.stop();
    await service.stop();
  });
  const work = async () => {
    const { deps, jobs, connection } = service;
    const { clock, ids } = deps;
    const mailer = logLetters(carrier, { log: createMailLog(connection), clock, ids, logger: log });
    while (await runNext({ deps: { ...deps, mailer }, jobs, handlers, worker: 'test', log }));
  };
  const distinct = (collection: string) => service.connection.collection(collection).distinct('request');

  it('goes from the commit through every job into the log, the letters and the mail log', async () => {
    const draft = await filledDraft(service.deps, await service.person('owner'));
    await work();
    const before = server.received.length;
    lines.length = 0;
    await service.connection.collection('jobs').deleteMany({});
    await service.connection.collection('sentLetters').deleteMany({});
    await submitApplication(
      service.deps,
      { ...draft.owner, request },
      { applicationId: draft.id, ...declarations },
    );
    await work();
    expect(await distinct('jobs')).to.deep.equal([request]);
    expect(await distinct('sentLetters')).to.deep.equal([request]);
    const sent = server.received.slice(before);
    expect(sent.length).to.be.above(0);
    expect(new Set(sent.map(({ mail }) => mail.headers.get('x-request-id')))).to.deep.equal(
      new Set([request]),
    );
    const told = lines.map((line) => JSON.parse(line));
    expect(new Set(told.map((line) => line.request))).to.deep.equal(new Set([request]));
    expect(told.map(({ msg }) => msg)).to.include.members(['job done', 'letter sent']);
  });

  it('leaves no address and no name in the log', () => {
    expect(lines.join('')).to.not.match(/@specimen|Spécimen/);
  });

  it('is the name and the instant of its turn for what the clock does', async () => {
    const leases = createLeases(service.connection);
    const run = async () => {
      log.info('looked');
      return 0;
    };
    lines.length = 0;
    const clockLog = { info: () => {}, error: () => {} };
    await runTurn(
      { deps: service.deps, leases, schedules: [], holder: 'test', log: clockLog },
      { name: 'deadlines', cron: '0 4 * * *', run },
    );
    expect(JSON.parse(lines[0] ?? '{}').request).to.match(/^deadlines\.2026-\d\d-\d\dT0\d:00:00\.000Z$/);
  });
});
