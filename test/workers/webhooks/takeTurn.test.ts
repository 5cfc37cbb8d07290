// Tier: all. Budget: 7 s.
import { expect } from 'chai';
import { Webhook as Verifier } from 'standardwebhooks';
import type { Person } from '../../../src/commands/items/items.ts';
import type { SendWebhook } from '../../../src/commands/ports/webhookPorts.ts';
import { rotateWebhookSecret } from '../../../src/commands/register/webhooks/changeWebhook.ts';
import { webhookKey } from '../../../src/commands/register/webhooks/sealedSecret.ts';
import {
  pauseWebhook,
  replayWebhook,
  resumeWebhook,
  testWebhook,
} from '../../../src/commands/register/webhooks/steerWebhook.ts';
import { labelNumber } from '../../../src/register/number.ts';
import { maxTries } from '../../../src/register/webhooks/backOff.ts';
import { cursorOf } from '../../../src/web/schemas/changes.ts';
import { webhookChange, webhookTest } from '../../../src/web/schemas/webhooks.ts';
import { dueWebhooks, startWebhooks } from '../../../src/workers/webhooks/startWebhooks.ts';
import { takeTurn } from '../../../src/workers/webhooks/takeTurn.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { openReceiver, type Received, type Receiver } from '../../support/servers/receiver.ts';
import { subscriber, subscribing } from '../../support/webhooks/subscribing.ts';

const day = 24 * 3_600_000;

describe('workers/webhooks/takeTurn', () => {
  let service: TestService;
  let receiver: Receiver;
  let administrator: Person;
  let on: ReturnType<typeof subscribing>;
  before(async () => {
    receiver = await openReceiver();
  });
  after(() => receiver.close());
  beforeEach(async () => {
    service = await testService('webhooks');
    administrator = await service.person('administrator', 'administrator');
    on = subscribing(service, administrator, receiver);
    receiver.received.length = 0;
    receiver.answer = (response) => response.writeHead(204).end();
  });
  afterEach(() => service.stop());

  const bodies = () => receiver.received.map(({ body }) => JSON.parse(body));
  const numbers = () => bodies().map(({ data }) => data.number);
  const ids = () => receiver.received.map(({ headers }) => headers['webhook-id']);
  const failing = (status: number, head: Readonly<Record<string, string>> = {}) => {
    receiver.answer = (response) => response.writeHead(status, head).end('no');
  };
  const at = (ms: number) =>
    service.setClock(new Date(Date.parse('2026-11-02T08:00:00.000Z') + ms).toISOString());

  it('tells each change since it was added, in their order, one a request, as the register says it', async () => {
    await on.publish([1, {}]);
    const { id, secret } = await on.add();
    await on.work();
    expect(receiver.received, 'of before').to.deep.equal([]);
    await on.publish(
      [2, {}],
      [3, { state: 'suspended' }],
      [1, { state: 'withdrawn' }],
      [2, { acceptsLeman: true }],
    );
    service.setClock(new Date().toISOString());
    await on.work();
    // The second label changed twice: it comes once, at the place of its newest change, as in `/api/v1/changes`.
    expect(numbers()).to.deep.equal([3, 1, 2].map((n) => labelNumber(2026, n)));
    expect(bodies().map(({ type }) => type)).to.deep.equal([
      'label.suspended',
      'label.withdrawn',
      'label.active',
    ]);
    expect(ids()).to.deep.equal([3, 4, 5].map((change) => `change_${cursorOf(change)}`));
    for (const { headers, body } of receiver.received) {
      expect(webhookChange.safeParse(JSON.parse(body)).error).to.equal(undefined);
      new Verifier(secret).verify(body, headers as Record<string, string>);
      expect(() => new Verifier(secret).verify(`${body} `, headers as Record<string, string>)).to.throw();
    }
    expect(await on.queue(id)).to.include({ cursor: 5, tries: 0, nextAt: null, failingSince: null });
    const kept = await service.deps.store.webhookDeliveries(id, 10);
    expect(kept.map(({ outcome, status, tries }) => [outcome, status, tries])).to.deep.equal(
      Array.from({ length: 3 }, () => ['delivered', 204, 1]),
    );
    expect(await dueWebhooks({ deps: service.deps })).to.deep.equal([]);
  });

  it('passes over what a subscriber does not want, however much it is', async () => {
    const { id } = await on.add({ types: ['label.withdrawn'] });
    await on.publish(
      ...Array.from({ length: 25 }, (_, i) => [i + 1, {}] as const),
      [30, { state: 'withdrawn' }],
      [31, {}],
    );
    await on.work();
    expect(numbers()).to.deep.equal([labelNumber(2026, 30)]);
    expect(await on.queue(id)).to.include({ cursor: 27 });
  });

  it('tries again by a schedule, with the same id, and pauses after three days', async () => {
    const { id } = await on.add();
    await on.publish([1, {}], [2, {}]);
    failing(500);
    const begun = Date.parse('2026-11-02T08:00:00.000Z');
    let now = begun;
    for (let tries = 1; tries < maxTries; tries += 1) {
      at(now - begun);
      await on.work();
      expect(receiver.received).to.have.length(tries);
      const queue = await on.queue(id);
      expect(queue?.tries).to.equal(tries);
      const nextAt = queue?.nextAt?.getTime() ?? 0;
      expect(nextAt).to.be.greaterThan(now);
      const before = { ...service.deps, clock: { now: () => new Date(nextAt - 1) } };
      expect(await dueWebhooks({ deps: before })).to.deep.equal([]);
      now = nextAt;
    }
    expect(now - begun).to.be.within(3 * day, 4 * day);
    at(now - begun);
    await on.work();
    expect(receiver.received).to.have.length(maxTries);
    expect(new Set(ids()).size).to.equal(1);
    const times = receiver.received.map(({ headers }) => Number(headers['webhook-timestamp']));
    expect(times).to.deep.equal([...new Set(times)].sort((a, b) => a - b));
    expect(await on.webhook(id)).to.include({ state: 'paused', pausedFor: 'failed' });
    at(now - begun + 30 * day);
    await on.work();
    expect(receiver.received).to.have.length(maxTries);

    receiver.answer = (response) => response.writeHead(200).end('ok');
    await resumeWebhook(service.deps, administrator, await on.about(id));
    await on.work();
    expect(numbers().slice(maxTries)).to.deep.equal([1, 2].map((n) => labelNumber(2026, n)));
  });

  it('is not put off by one failure for longer than the receiver needs, nor for less than it asks', async () => {
    const { id } = await on.add();
    await on.publish([1, {}]);
    failing(503, { 'retry-after': '3600' });
    await on.work();
    const queue = await on.queue(id);
    expect((queue?.nextAt?.getTime() ?? 0) - (queue?.failingSince?.getTime() ?? 0)).to.equal(3_600_000);
    at(3_700_000);
    await on.work();
    const { failingSince } = queue ?? {};
    expect(await on.queue(id), 'since the first failure').to.deep.include({ tries: 2, failingSince });
    at(2 * 3_700_000);
    receiver.answer = (response) => response.writeHead(204).end();
    await on.work();
    expect(await on.queue(id)).to.include({ tries: 0, nextAt: null, failingSince: null, cursor: 1 });
  });

  it('pauses at once where the receiver says that it is gone', async () => {
    const { id } = await on.add();
    await on.publish([1, {}], [2, {}]);
    failing(410);
    await on.work();
    expect(receiver.received).to.have.length(1);
    expect(await on.webhook(id)).to.include({ state: 'paused', pausedFor: 'gone' });
    await service.work();
    const told = service.letters.filter(({ kind }) => kind === 'webhookFailed');
    expect(told.map(({ to }) => to).sort()).to.deep.equal([administrator.email, subscriber.contact].sort());
    for (const { text } of told) expect(text).to.include('n’existe plus').and.not.include('made-in-ess?');
  });

  it('sends nothing while paused, and goes on where it was', async () => {
    const { id } = await on.add();
    await on.publish([3, {}]);
    await on.work();
    receiver.received.length = 0;
    await pauseWebhook(service.deps, administrator, await on.about(id));
    await on.publish([1, {}], [2, {}]);
    await on.work();
    expect(receiver.received).to.deep.equal([]);
    await testWebhook(service.deps, administrator, await on.about(id));
    await on.work();
    expect(
      bodies().map(({ type }) => type),
      'but the test that was asked for',
    ).to.deep.equal(['webhook.test']);
    receiver.received.length = 0;
    await resumeWebhook(service.deps, administrator, await on.about(id));
    await on.work();
    expect(numbers()).to.deep.equal([1, 2].map((n) => labelNumber(2026, n)));
  });

  it('stops in the middle of its turn once somebody changes the subscription', async () => {
    const { id } = await on.add();
    await on.publish([1, {}], [2, {}], [3, {}]);
    const usual = on.partsWith().send;
    const pausing: SendWebhook = async (request) => {
      const answer = await usual(request);
      await pauseWebhook(service.deps, administrator, await on.about(id));
      return answer;
    };
    await on.work(pausing);
    expect(numbers()).to.deep.equal([labelNumber(2026, 1)]);
    expect(await on.queue(id)).to.include({ cursor: 1 });
  });

  it('replays from a change or a day, each label as it stands now, with the ids of before', async () => {
    const { id } = await on.add();
    await on.publish(
      [1, { changedAt: '2026-10-01T08:00:00.000Z' }],
      [2, { changedAt: '2026-10-02T08:00:00.000Z' }],
      [3, { changedAt: '2026-10-03T08:00:00.000Z' }],
    );
    await on.work();
    const first = ids();
    const replays = [
      [{ kind: 'change', change: 0 }, [1, 2, 3]],
      [{ kind: 'change', change: 2 }, [3]],
      [{ kind: 'day', day: '2026-10-02' }, [2, 3]],
      [{ kind: 'day', day: '2026-10-04' }, []],
    ] as const;
    for (const [from, told] of replays) {
      receiver.received.length = 0;
      await replayWebhook(service.deps, administrator, { ...(await on.about(id)), from });
      await on.work();
      expect(numbers(), JSON.stringify(from)).to.deep.equal(told.map((n) => labelNumber(2026, n)));
      expect(ids()).to.deep.equal(told.map((n) => first[n - 1]));
    }
  });

  it('signs by the old secret and the new one for a week', async () => {
    const { id, secret } = await on.add();
    const began = Date.now();
    service.setClock(new Date(began).toISOString());
    const next = await rotateWebhookSecret(on.withSecret, administrator, await on.about(id));
    await on.publish([1, {}]);
    await on.work();
    const [{ headers, body } = { headers: {} as Received['headers'], body: '' }] = receiver.received;
    for (const one of [secret, next.secret])
      new Verifier(one).verify(body, headers as Record<string, string>);
    const signatures = (n: number) => String(receiver.received[n]?.headers['webhook-signature']).split(' ');
    expect(signatures(0)).to.have.length(2);
    for (const [n, days, count] of [
      [1, 6, 2],
      [2, 8, 1],
    ] as const) {
      service.setClock(new Date(began + days * day).toISOString());
      await on.publish([n + 1, {}]);
      await on.work();
      expect(signatures(n), `after ${days} days`).to.have.length(count);
    }
  });

  it('pauses once its secret cannot be read any more', async () => {
    const { id } = await on.add();
    await on.publish([1, {}]);
    const [webhook] = await dueWebhooks({ deps: service.deps });
    if (!webhook) throw new Error('nothing is due');
    await takeTurn({ ...on.partsWith(), key: webhookKey('another secret of sessions') }, webhook);
    expect(receiver.received).to.deep.equal([]);
    expect(await on.webhook(id)).to.include({ state: 'paused', pausedFor: 'secretLost' });
  });

  it('gives up a test that it cannot sign, and tells of it once', async () => {
    const { id } = await on.add();
    const blind = { ...on.partsWith(), key: webhookKey('another secret of sessions') };
    for (const _ of ['the first', 'asked for again']) {
      await testWebhook(service.deps, administrator, await on.about(id));
      const [due] = await dueWebhooks({ deps: service.deps });
      if (!due) throw new Error('nothing is due');
      await takeTurn(blind, due);
      expect(await dueWebhooks({ deps: service.deps }), 'over').to.deep.equal([]);
    }
    const facts = (await service.deps.store.records(`webhooks/${id}`)).flatMap((line) => line.facts);
    expect(facts.filter((fact) => fact === 'webhook.failed')).to.have.length(1);
    expect(receiver.received).to.deep.equal([]);
  });

  it('sends a test that changes nothing, in whatever state', async () => {
    const { id } = await on.add();
    await on.publish([1, {}]);
    failing(500, { 'retry-after': '3600' });
    await on.work();
    for (const pausing of [false, true]) {
      if (pausing) await pauseWebhook(service.deps, administrator, await on.about(id));
      const before = await on.queue(id);
      receiver.received.length = 0;
      await testWebhook(service.deps, administrator, await on.about(id));
      await on.work();
      expect(bodies().map((body) => webhookTest.safeParse(body).success)).to.deep.equal([true]);
      expect(await on.queue(id)).to.deep.equal({ ...before, test: (await on.webhook(id)).test });
    }
  });

  it('sends each event once and in order from two processes at once', async () => {
    await on.add();
    await on.publish(...Array.from({ length: 12 }, (_, i) => [i + 1, {}] as const));
    const process = () => startWebhooks({ ...on.partsWith(), log: { error: () => {} } });
    const all = new Promise<void>((done) => {
      receiver.answer = (response) => {
        response.writeHead(204).end();
        if (receiver.received.length === 12) done();
      };
    });
    const both = [process(), process()];
    await all;
    await Promise.all(both.map(({ stop }) => stop()));
    expect(numbers()).to.deep.equal(Array.from({ length: 12 }, (_, i) => labelNumber(2026, i + 1)));
  });

  it('sends no more once the service stops, nor at once what others wait for', async () => {
    const { id } = await on.add();
    await on.publish(...Array.from({ length: 60 }, (_, i) => [i + 1, {}] as const));
    const [webhook] = await dueWebhooks({ deps: service.deps });
    if (!webhook) throw new Error('nothing is due');
    await takeTurn({ ...on.partsWith(), stopped: () => receiver.received.length === 3 }, webhook);
    expect(await on.queue(id)).to.include({ cursor: 3 });
    await takeTurn(on.partsWith(), webhook);
    expect(await on.queue(id)).to.include({ cursor: 53 });
  });

  it('holds its lease for as long as it sends, however long that is', async () => {
    const { id } = await on.add();
    await on.publish([1, {}], [2, {}], [3, {}]);
    const usual = on.partsWith().send;
    const others: number[] = [];
    const slow: SendWebhook = async (request) => {
      const answer = await usual(request);
      at(receiver.received.length * 50_000);
      const now = service.deps.clock.now();
      const lease = { holder: 'other', now, until: new Date(now.getTime() + 60_000) };
      if (await on.queues.claim(await on.webhook(id), lease)) others.push(receiver.received.length);
      return answer;
    };
    at(0);
    await on.work(slow);
    expect(numbers()).to.have.length(3);
    expect(others).to.deep.equal([]);
  });

  it('is tried at once when somebody resumes it, as for the first time', async () => {
    const { id } = await on.add();
    await on.publish([1, {}]);
    failing(503, { 'retry-after': '3600' });
    await on.work();
    await pauseWebhook(service.deps, administrator, await on.about(id));
    await resumeWebhook(service.deps, administrator, await on.about(id));
    await on.work();
    expect(receiver.received).to.have.length(2);
    expect(await on.queue(id)).to.include({ tries: 1 });
  });

  it('leaves a subscription as somebody changed it while its receiver said that it is gone', async () => {
    const { id } = await on.add();
    await on.publish([1, {}]);
    failing(410);
    const usual = on.partsWith().send;
    await on.work(async (request) => {
      const answer = await usual(request);
      await pauseWebhook(service.deps, administrator, await on.about(id));
      return answer;
    });
    expect(await on.webhook(id)).to.include({ state: 'paused', pausedFor: 'asked' });
  });

  it('sends nothing more from a process that was frozen while another went on', async () => {
    const { id } = await on.add();
    await on.publish([1, {}], [2, {}], [3, {}]);
    const usual = on.partsWith().send;
    let wake = () => {};
    const frozen = new Promise<void>((resolve) => {
      wake = resolve;
    });
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const slow: SendWebhook = async (request) => {
      const answer = await usual(request);
      arrive();
      await frozen;
      return answer;
    };
    const [webhook] = await dueWebhooks({ deps: service.deps });
    if (!webhook) throw new Error('nothing is due');
    const first = takeTurn(on.partsWith(slow), webhook);
    await arrived;
    await takeTurn(on.partsWith(), webhook);
    expect(numbers(), 'the lease still stands').to.deep.equal([labelNumber(2026, 1)]);
    at(day);
    await takeTurn(on.partsWith(), webhook);
    const sent = [1, 1, 2, 3].map((n) => labelNumber(2026, n));
    expect(numbers(), 'at least once').to.deep.equal(sent);
    wake();
    await first;
    expect(numbers(), 'and nothing after it woke').to.deep.equal(sent);
    expect(await on.queue(id)).to.include({ cursor: 3, tries: 0 });
  });
});
