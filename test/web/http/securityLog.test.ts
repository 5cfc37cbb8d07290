import { expect } from 'chai';
import { createSecurityLog } from '../../../src/boot/createSecurityLog.ts';
import type { Note } from '../../../src/commands/items/newRecord.ts';
import { limitRules } from '../../../src/commands/ports/limitRules.ts';
import {
  operationEvents,
  refusalEvents,
  requestEvents,
  securityFacts,
} from '../../../src/commands/ports/securityPorts.ts';
import { createLimits } from '../../../src/storage/database/createLimits.ts';
import { eventLoggingStore } from '../../../src/storage/privacy/eventLoggingStore.ts';
import { storedPerson } from '../../support/organisations.ts';
import { testSecret } from '../../support/run/service.ts';
import { codeFor } from '../../support/servers/signInLetter.ts';
import { openBrowser, type TestWeb, testWeb, tokenIn } from '../../support/web.ts';
import { sendForm } from '../../support/webWithCast.ts';

const ip = '203.0.113.77';
const mailbox = 'planted-mailbox@specimen.example';
const planted = ['planted-in-the-query', 'planted-agent', 'planted-in-the-path', 'planted-in-a-field'];

describe('the security log', () => {
  let web: TestWeb;
  const lines: string[] = [];
  const log = createSecurityLog(testSecret, { write: (line) => void lines.push(line) });
  /** What was written since the last look, without what differs from run to run. */
  const written = () =>
    lines.splice(0).map((line) => {
      const { event, reason } = JSON.parse(line);
      return reason === undefined ? event : `${event} ${reason}`;
    });
  before(async () => {
    web = await testWeb('security-log', { security: log, trustedProxyHops: 1 });
  });
  after(() => web.stop());

  const secrets = new Set<string>([ip, mailbox, testSecret, ...planted]);
  const stranger = () => {
    const browser = openBrowser(web.server, web.deps.publicUrl);
    const send = async (
      path: string,
      fields: Record<string, string>,
      headers: Record<string, string> = {},
    ) => {
      const page = await browser.get(path);
      for (const cookie of page.headers['set-cookie'] ?? []) secrets.add(cookie.split(/[=;]/)[1] ?? '');
      const csrf = tokenIn(page.text);
      if (csrf !== '') secrets.add(csrf);
      const body = new URLSearchParams({ csrf, ...fields }).toString();
      return browser.send(path, 'form', body).set({ 'X-Forwarded-For': ip, ...headers });
    };
    return { browser, send };
  };

  it('logs each event of a request once, without secrets, addresses or clients', async () => {
    const all: string[] = [];
    const see = (...expected: string[]) => {
      all.push(...lines);
      expect(written()).to.deep.equal(expected);
    };
    const { browser, send } = stranger();
    await send('/fr/sign-in', { email: mailbox });
    see('signIn.codeSent asked');
    await send('/fr/sign-in', { email: mailbox });
    see('signIn.codeSent again');
    const { text } = web.letters.at(-1) ?? { text: '' };
    const link = /\/fr\/sign-in\/link\?t=(\S+)/.exec(text);
    secrets.add(codeFor(web.letters, mailbox)).add(link?.[1] ?? 'no link');
    await send('/fr/sign-in/code', { code: '000000' });
    see('signIn.refused codeRefused');
    await openBrowser(web.server, web.deps.publicUrl)
      .get(link?.[0] ?? '/')
      .set('X-Forwarded-For', ip);
    see('signIn.refused otherBrowser');
    const entered = await send('/fr/sign-in/code', { code: codeFor(web.letters, mailbox) });
    for (const cookie of entered.headers['set-cookie'] ?? []) secrets.add(cookie.split(/[=;]/)[1] ?? '');
    see('person.enrolled', 'person.signedIn');
    const agent = { 'User-Agent': 'planted-agent', 'X-Forwarded-For': ip };
    expect(
      (await browser.get('/fr/people/planted-in-the-path?q=planted-in-the-query').set(agent)).status,
    ).to.equal(403);
    see('access.refused forbidden');
    const field = { language: 'planted-in-a-field' };
    await send('/fr/account', field, { Origin: 'https://other.example' });
    see('csrf.refused foreignOrigin');
    await send('/fr/account', { ...field, csrf: 'x' });
    see('csrf.refused noOrigin');
    await send('/fr/account', { ...field, csrf: 'x' }, { Origin: web.deps.publicUrl });
    see('csrf.refused otherSession');
    await browser.get('/fr').set({ ...agent, Host: 'planted-agent.example' });
    see('request.refused badHost');
    await browser.get('/fr');
    see();
    const stream = all.join('');
    for (const secret of secrets) expect(stream, secret).not.to.include(secret);
    expect(secrets.size).to.be.greaterThan(8);
    const { client, address, request, time, level, route } = JSON.parse(all[2] ?? '');
    expect([client, address].every((hash) => /^[\w-]{22}$/.test(hash))).to.equal(true);
    expect(JSON.parse(all[0] ?? '')).to.include({ client, address, log: 'security' });
    expect(request).to.be.a('string');
    expect(time).to.match(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect([level, route]).to.deep.equal(['warn', '/:language/sign-in/code']);
  });

  it('logs who changed roles, and which limit was met', async () => {
    const [ada, bea] = [await web.person('ada', 'administrator'), await web.person('bea', 'administrator')];
    const [one, other] = [await web.browser(ada), await web.browser(bea)];
    const zoe = await web.person('zoe');
    written();
    const page = `/fr/people/${zoe.id}`;
    await sendForm(one, page, page, { chair: 'yes' });
    await sendForm(other, page, `${page}/confirm-roles`);
    await sendForm(one, page, `${page}/reset-passkeys`);
    const told = lines.map((line) => JSON.parse(line));
    expect(written()).to.deep.equal(['person.rolesProposed', 'person.rolesChanged', 'person.passkeysReset']);
    const subject = `people/${zoe.id}`;
    expect(told[0]).to.deep.include({ actor: ada.id, subject, given: ['chair'], taken: [] });
    expect(told[1]).to.deep.include({ actor: bea.id, subject, given: ['chair'], taken: [] });
    expect((await storedPerson(web.deps, zoe)).roles).to.deep.equal(['chair']);

    const few = { ...limitRules, lettersFromClient: { ...limitRules.lettersFromClient, times: 0 } };
    const limits = createLimits(web.connection, 'a secret of this test', few);
    const full = await testWeb('security-limits', { security: log, limits });
    try {
      const visitor = await full.browser();
      const answer = await visitor.post('/fr/sign-in', { email: mailbox });
      expect(answer.status).to.equal(429);
      expect(written()).to.deep.equal(['limit.reached lettersFromClient']);
    } finally {
      await full.stop();
    }
  });

  it('logs every fact of its vocabulary once, after it was written, and no other fact', async () => {
    const told: string[] = [];
    const store = eventLoggingStore(web.deps.store, { note: ({ event }) => void told.push(event) });
    const actor = { id: 'system', roles: ['system' as const] };
    // Only the names are looked at: the data that some come with are left out.
    const line = (facts: readonly (typeof securityFacts)[number][] | ['evidence.read']) =>
      ({
        id: web.deps.ids.next(),
        at: '2026-11-02T08:00:00.000Z',
        stream: 'reads/vocabulary',
        actor,
        facts,
        data: {},
      }) as Note;
    for (const fact of securityFacts) await store.note(line([fact]));
    await store.note(line(['evidence.read']));
    expect(told).to.deep.equal([...securityFacts]);
    told.length = 0;
    const again = { ...line(['journal.read']), at: 'no instant' as never, actor: null as never };
    await store.note(again).catch(() => {});
    expect(told, 'nothing of what was not written').to.deep.equal([]);
  });

  it('has every name of its vocabulary in docs/operation.md', async () => {
    const { readFile } = await import('node:fs/promises');
    const doc = await readFile('docs/operation.md', 'utf8');
    const names = new Set([
      ...securityFacts,
      ...Object.values(refusalEvents),
      ...requestEvents,
      ...operationEvents,
    ]);
    for (const name of names) expect(doc, name).to.include(`\`${name}\``);
    for (const code of Object.keys(refusalEvents).filter((code) => code !== 'tooManyRequests')) {
      expect(doc, code).to.include(`\`${code}\``);
    }
  });
});
