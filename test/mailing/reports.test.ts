import { expect } from 'chai';
import { bounceAddress, bounceKey, refIn } from '../../src/mailing/bounceAddress.ts';
import { createReportServer, type ReportServer } from '../../src/mailing/createReportServer.ts';
import { createSmtpMailer } from '../../src/mailing/createSmtpMailer.ts';
import { logLetters } from '../../src/mailing/logLetters.ts';
import { maxReportBytes, takeReport } from '../../src/mailing/takeReport.ts';
import { createMailLog } from '../../src/storage/letters/createMailLog.ts';
import { refusalOf } from '../support/refusal.ts';
import { letterPaper, type TestService, testSecret, testService } from '../support/run/service.ts';
import { sampleLetter } from '../support/samples/sampleLetters.ts';
import { bounceReport, deliverTo, failedReport } from '../support/servers/bounceReport.ts';
import { type TestMailServer, testMailServer } from '../support/servers/mailServer.ts';

const address = 'retour@label.example';
const key = bounceKey(testSecret);

describe('reports on letters that come back', () => {
  let service: TestService;
  let server: TestMailServer;
  let reports: ReportServer;
  let busy = false;
  const said: object[] = [];
  const ends: (() => unknown)[] = [];
  before(async () => {
    service = await testService('reports');
    const { clock } = service.deps;
    server = await testMailServer({
      onRcptTo: ({ address: to }, _, done) => {
        const refusal = to.startsWith('unknown')
          ? { text: '5.1.1 no such mailbox', responseCode: 550 }
          : to.startsWith('busy') && busy
            ? { text: '4.2.1 come back later', responseCode: 450 }
            : null;
        done(refusal && Object.assign(new Error(refusal.text), refusal));
      },
    });
    const logger = {
      info: (data: object) => void said.push(data),
      error: (data: object) => void said.push(data),
    };
    const log = createMailLog(service.connection);
    reports = await createReportServer({ address, key, log, clock, host: '127.0.0.1', port: 0, logger });
  });
  after(async () => {
    for (const end of ends.splice(0)) await end();
    await reports.stop();
    await server.stop();
    await service.stop();
  });
  beforeEach(() => {
    said.length = 0;
  });

  const mailer = () => {
    const { clock, ids, publicUrl } = service.deps;
    const carrier = createSmtpMailer({
      ...{ url: server.url, from: 'label@specimen.example', paper: letterPaper(publicUrl) },
      ...{ bounces: { address, key }, log: { error: () => {} } },
    });
    ends.push(() => carrier.close());
    return logLetters(carrier, { log: createMailLog(service.connection), clock, ids });
  };
  const letterTo = (name: string) => ({
    ...sampleLetter('labelIssued', { email: `${name}@specimen.example` }),
    id: `L:${name}`,
    cause: { jobId: 'L', fact: 'label.issued', stream: 'labels/MIE-26-00042-D', recordId: 'L' } as const,
  });
  const stateOf = async (name: string) => {
    const letter = (await service.deps.store.loggedLetter(`L:${name}`)) ?? expect.fail(name);
    return { state: letter.state, status: letter.status };
  };
  /** Sends a letter, and gives the address to which a report on it goes. */
  const sent = async (name: string) => {
    await mailer().send(letterTo(name));
    return server.received.at(-1)?.from ?? '';
  };
  const deliver = (to: string | readonly string[], raw: Buffer) => deliverTo(reports.port, to, raw);

  it('come by a real mail server: refused at once, sent back later, busy at first', async () => {
    expect(await refusalOf(mailer().send(letterTo('unknown')))).to.equal('mailRefused');
    expect(await stateOf('unknown')).to.deep.equal({ state: 'refused', status: '5.1.1' });

    const to = await sent('later');
    expect(to).to.match(/^retour\+[0-9a-z]+-[0-9a-f]{20}@label\.example$/);
    expect(to.split('@')[0]?.length).to.be.at.most(64);
    expect(await stateOf('later')).to.deep.equal({ state: 'sent', status: '' });
    expect(await deliver(to, failedReport)).to.equal(250);
    expect(await stateOf('later')).to.deep.equal({ state: 'bounced', status: '5.1.1' });
    expect(await deliver(to, failedReport), 'the same once more').to.equal(250);
    expect(said).to.deep.equal([{ result: 'noted' }, { result: 'known' }]);

    busy = true;
    expect(await refusalOf(mailer().send(letterTo('busy')))).to.equal('mailUnavailable');
    expect((await stateOf('busy')).state).to.equal('queued');
    busy = false;
    await mailer().send(letterTo('busy'));
    expect((await stateOf('busy')).state).to.equal('sent');
  });

  it('are taken for addresses of ours alone, whoever guesses one, and up to a size', async () => {
    const to = await sent('size');
    const forged = to.replace(/-[0-9a-f]{20}/, '-00000000000000000000');
    for (const wrong of [
      forged,
      address,
      'somebody@label.example',
      to.replace('label.example', 'else.example'),
    ])
      expect(await deliver(wrong, failedReport), wrong).to.equal(550);
    const large = Buffer.concat([failedReport, Buffer.alloc(maxReportBytes, 'a')]);
    expect(await deliver(to, large)).to.equal(552);
    expect((await stateOf('size')).state).to.equal('sent');
    expect(await deliver(to.toUpperCase(), failedReport), 'a server on the way changed the case').to.equal(
      250,
    );
    expect((await stateOf('size')).state).to.equal('bounced');
  });

  it('change nothing where they tell of no failure', async () => {
    const { clock } = service.deps;
    const log = createMailLog(service.connection);
    const take = async (name: string, raw: Buffer) =>
      takeReport({ address, key, log, clock }, await sent(name), raw);
    const nested = (depth: number) =>
      Array.from(
        { length: depth },
        (_, i) => `Content-Type: multipart/mixed; boundary=n${i}\r\n\r\n--n${i}\r\n`,
      ).join('');
    const cases: readonly (readonly [string, Buffer, string])[] = [
      ['delayed', bounceReport('Action: delayed\r\nStatus: 4.4.1'), 'noFailure'],
      ['relayed', bounceReport('Action: relayed\r\nStatus: 2.0.0'), 'noFailure'],
      ['expanded', bounceReport('Action: expanded\r\nStatus: 2.0.0'), 'noFailure'],
      ['delivered', bounceReport('Action: delivered\r\nStatus: 2.1.5'), 'noFailure'],
      ['contradicts', bounceReport('Action: failed\r\nStatus: 2.1.5'), 'noFailure'],
      ['noFields', bounceReport('X-Nothing: here'), 'noFailure'],
      [
        'holiday',
        Buffer.from('Subject: Absent\r\nAuto-Submitted: auto-replied\r\n\r\nStatus: 5.1.1\r\nAction: failed'),
        'noReport',
      ],
      [
        'receipt',
        bounceReport('Action: failed', { type: 'multipart/report; report-type=disposition-notification' }),
        'noReport',
      ],
      ['otherType', bounceReport('Action: failed', { type: 'multipart/mixed' }), 'noReport'],
      ['otherPart', bounceReport('Action: failed', { part: 'text/rfc822-headers' }), 'noReport'],
      ['empty', Buffer.from(''), 'noReport'],
      ['bytes', Buffer.alloc(10_000, 0xff), 'noReport'],
      ['deep', Buffer.from(nested(5000)), 'noReport'],
      ['groups', bounceReport(`${'Action: delayed\r\n\r\n'.repeat(5000)}Action: failed`), 'noFailure'],
    ];
    for (const [name, raw, result] of cases) {
      expect(await take(name, raw), name).to.equal(result);
      expect((await stateOf(name)).state, name).to.equal('sent');
    }
  });

  it('say why by the code of the report, and are noted without one', async () => {
    const { clock } = service.deps;
    const log = createMailLog(service.connection);
    for (const [name, fields, status] of [
      ['full', 'Action: failed\r\nStatus: 5.2.2', '5.2.2'],
      ['expired', 'Action: FAILED (gave up)\r\nStatus: 4.4.7 (expired)', '4.4.7'],
      ['folded', 'Action:\r\n failed\r\nStatus:\r\n 5.7.1', '5.7.1'],
      ['coded', 'Action: failed\r\nStatus: <script>', ''],
    ] as const) {
      const to = await sent(name);
      expect(await takeReport({ address, key, log, clock }, to, bounceReport(fields)), name).to.equal(
        'noted',
      );
      expect(await stateOf(name), name).to.deep.equal({ state: 'bounced', status });
    }
  });

  it('name one try, by an address that nobody else can make', () => {
    const made = bounceAddress(address, key, '01jabcdefghjkmnpqrstvwxyz0');
    expect(refIn(made, address, key)).to.equal('01jabcdefghjkmnpqrstvwxyz0');
    for (const wrong of [
      made.replace('01ja', '01jb'),
      made.replace('retour', 'autre'),
      `${made}.evil.example`,
      '',
      '@',
      'retour+@label.example',
      'x'.repeat(10_000),
    ])
      expect(refIn(wrong, address, key), wrong).to.equal(null);
    expect(refIn(made, address, bounceKey(`${testSecret}.`))).to.equal(null);
  });
});
