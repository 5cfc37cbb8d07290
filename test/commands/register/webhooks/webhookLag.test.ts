import { expect } from 'chai';
import type { Person } from '../../../../src/commands/items/items.ts';
import {
  pauseFailing,
  pauseWebhook,
  resumeWebhook,
} from '../../../../src/commands/register/webhooks/steerWebhook.ts';
import { webhookLag } from '../../../../src/commands/register/webhooks/webhookLag.ts';
import { type TestService, testService } from '../../../support/run/service.ts';
import { openReceiver, type Receiver } from '../../../support/servers/receiver.ts';
import { subscribing } from '../../../support/webhooks/subscribing.ts';

describe('commands/register/webhooks/webhookLag', () => {
  let service: TestService;
  let receiver: Receiver;
  let administrator: Person;
  before(async () => {
    receiver = await openReceiver();
    service = await testService('webhook-lag');
    administrator = await service.person('administrator', 'administrator');
  });
  after(async () => {
    await receiver.close();
    await service.stop();
  });

  it('says since when the subscriber that is furthest behind waits, of those that are delivered to', async () => {
    const { deps } = service;
    const on = subscribing(service, administrator, receiver);
    const lag = async () => {
      const { active, failed, oldest } = await webhookLag(deps);
      return [active, failed, oldest?.toISOString() ?? null];
    };
    const at = (day: number) => `2026-10-0${day}T08:00:00.000Z`;
    const pause = async (id: string) => pauseWebhook(deps, administrator, await on.about(id));

    expect(await lag(), 'nobody subscribed').to.deep.equal([0, 0, null]);
    await on.publish([1, { changedAt: at(1) }]);
    const first = await on.add();
    expect(await lag(), 'of before').to.deep.equal([1, 0, null]);
    await on.publish([2, { changedAt: at(2) }], [3, { changedAt: at(3) }]);
    expect(await lag(), 'nothing was delivered yet').to.deep.equal([1, 0, at(2)]);
    await on.work();
    expect(await lag(), 'all was').to.deep.equal([1, 0, null]);

    await pause(first.id);
    await on.publish([4, { changedAt: at(4) }]);
    expect(await lag(), 'paused by somebody').to.deep.equal([0, 0, null]);
    const second = await on.add();
    await on.publish([5, { changedAt: at(5) }]);
    expect(await lag(), 'what a paused one waits for counts for nothing').to.deep.equal([1, 0, at(5)]);
    await resumeWebhook(deps, administrator, await on.about(first.id));
    expect(await lag(), 'of two the one that is behind').to.deep.equal([2, 0, at(4)]);
    for (const [i, { id }] of [first, second].entries()) {
      await pauseFailing(deps, await on.webhook(id), i === 0 ? 'gone' : 'failed');
      expect((await lag()).slice(0, 2), 'paused by the service').to.deep.equal([1 - i, i + 1]);
    }
  });
});
