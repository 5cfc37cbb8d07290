import { expect } from 'chai';
import type { Person, StaffRole } from '../../../../src/commands/items/items.ts';
import {
  type AboutWebhook,
  addWebhook,
  changeWebhook,
  removeWebhook,
  rotateWebhookSecret,
} from '../../../../src/commands/register/webhooks/changeWebhook.ts';
import {
  openSecret,
  sealSecret,
  webhookKey,
} from '../../../../src/commands/register/webhooks/sealedSecret.ts';
import {
  pauseWebhook,
  replayWebhook,
  resumeWebhook,
  testWebhook,
} from '../../../../src/commands/register/webhooks/steerWebhook.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { type TestService, testSecret, testService } from '../../../support/run/service.ts';
import { subscriber } from '../../../support/webhooks/subscribing.ts';

describe('commands/register/webhooks', () => {
  let service: TestService;
  let administrator: Person;
  before(async () => {
    service = await testService('change-webhook');
    administrator = await service.person('administrator', 'administrator');
  });
  after(() => service.stop());

  const deps = () => ({ ...service.deps, specimen: false, sessionSecret: testSecret });
  const add = () => addWebhook(deps(), administrator, subscriber);
  const webhook = async (id: string) => {
    const found = await service.deps.store.webhook(id);
    if (!found) throw new Error(`${id} is not there`);
    return found;
  };
  const about = async (webhookId: string): Promise<AboutWebhook> => ({
    webhookId,
    revision: (await webhook(webhookId)).revision,
  });

  /** Everything that is done with one, by name. */
  const commands: Readonly<Record<string, (by: Person, input: AboutWebhook) => Promise<unknown>>> = {
    change: (by, input) => changeWebhook(deps(), by, { ...subscriber, ...input }),
    rotate: (by, input) => rotateWebhookSecret(deps(), by, input),
    pause: (by, input) => pauseWebhook(deps(), by, input),
    resume: (by, input) => resumeWebhook(deps(), by, input),
    replay: (by, input) => replayWebhook(deps(), by, { ...input, from: { kind: 'change', change: 0 } }),
    test: (by, input) => testWebhook(deps(), by, input),
    remove: (by, input) => removeWebhook(deps(), by, input),
  };

  it('is for administrators alone', async () => {
    const { id } = await add();
    for (const role of ['officer', 'reviewer', 'committee', 'chair'] as readonly StaffRole[]) {
      const other = await service.person(`other-${role}`, role);
      expect(await refusalOf(addWebhook(deps(), other, subscriber)), role).to.equal('forbidden');
      for (const [name, command] of Object.entries(commands))
        expect([name, await refusalOf(command(other, await about(id)))]).to.deep.equal([name, 'forbidden']);
    }
  });

  it('refuses what somebody has read before another changed it, and what is not there any more', async () => {
    const { id } = await add();
    const read = await about(id);
    await commands.test?.(administrator, read);
    for (const [name, command] of Object.entries(commands))
      expect([name, await refusalOf(command(administrator, read))]).to.deep.equal([name, 'stale']);
    await removeWebhook(deps(), administrator, await about(id));
    const gone = await about(id);
    for (const [name, command] of Object.entries(commands)) {
      expect([name, await refusalOf(command(administrator, gone))]).to.deep.equal([name, 'notFound']);
      expect(await refusalOf(command(administrator, { ...gone, webhookId: 'none' }))).to.equal('notFound');
    }
  });

  it('keeps a secret encrypted, for one subscription alone, and gives it once', async () => {
    const { id, secret } = await add();
    expect(secret).to.match(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const stored = JSON.stringify(
      await service.connection.collection('webhooks').findOne({}, { sort: { _id: -1 } }),
    );
    expect(stored).to.not.include(secret).and.not.include(secret.slice(6));
    const [{ sealed } = { sealed: '' }] = (await webhook(id)).secrets;
    const key = webhookKey(testSecret);
    expect(openSecret(key, id, sealed)).to.equal(secret);
    expect(openSecret(key, 'another', sealed)).to.equal(null);
    expect(openSecret(webhookKey('another secret'), id, sealed)).to.equal(null);
    expect(openSecret(key, id, `${sealed.slice(0, -4)}AAAA`)).to.equal(null);
    expect(openSecret(key, id, '')).to.equal(null);
    expect(sealSecret(key, id, secret, service.deps.ids)).to.not.equal(sealed);
    const next = await rotateWebhookSecret(deps(), administrator, await about(id));
    expect(next.secret).to.not.equal(secret);
    expect((await webhook(id)).secrets.map(({ until }) => until !== null)).to.deep.equal([false, true]);
    await rotateWebhookSecret(deps(), administrator, await about(id));
    await rotateWebhookSecret(deps(), administrator, await about(id));
    expect((await webhook(id)).secrets).to.have.length(3);
  });

  it('refuses an address of this machine in production, and no types', async () => {
    const refused = (also: object) =>
      refusalOf(addWebhook(deps(), administrator, { ...subscriber, ...also }));
    expect(await refused({ address: 'http://localhost:8080/' })).to.equal('invalid address:webhookNotHttps');
    expect(await refused({ address: 'https://10.0.0.1/', types: [] })).to.equal(
      'invalid address:webhookNotPublic types:chooseOne',
    );
    const own = { ...subscriber, address: 'http://localhost:8080/' };
    await addWebhook({ ...deps(), specimen: true }, administrator, own);
  });

  it('says no more of it once it is removed, nor in its journal', async () => {
    const { id } = await add();
    await changeWebhook(deps(), administrator, {
      ...subscriber,
      ...(await about(id)),
      contact: 'new@specimen.example',
    });
    await removeWebhook(deps(), administrator, await about(id));
    const { name, address, contact, secrets, state } = await webhook(id);
    expect({ name, address, contact, secrets, state }).to.deep.equal({
      ...{ name: '', address: '', contact: '', secrets: [], state: 'removed' },
    });
    const lines = JSON.stringify(await service.deps.store.records(`webhooks/${id}`));
    for (const told of [subscriber.name, subscriber.address, subscriber.contact, 'new@'])
      expect(lines).to.not.include(told);
    expect((await service.deps.store.webhooks()).map((one) => one.id)).to.not.include(id);
  });

  it('refuses a pause twice, a resumption of what goes on, a replay from a change to come, and one too many', async () => {
    const { id } = await add();
    expect(await refusalOf(resumeWebhook(deps(), administrator, await about(id)))).to.equal(
      'refused webhookNotPaused',
    );
    await pauseWebhook(deps(), administrator, await about(id));
    expect(await refusalOf(pauseWebhook(deps(), administrator, await about(id)))).to.equal(
      'refused webhookPaused',
    );
    const ahead = { ...(await about(id)), from: { kind: 'change', change: 7 } } as const;
    expect(await refusalOf(replayWebhook(deps(), administrator, ahead))).to.equal('refused changeToCome');
    await replayWebhook(deps(), administrator, { ...ahead, from: { kind: 'change', change: 0 } });
    expect(await webhook(id)).to.include({ state: 'active', pausedFor: null });
    const there = (await service.deps.store.webhooks()).length;
    for (let i = there; i < 50; i += 1) await add();
    expect(await refusalOf(add())).to.equal('refused tooManyWebhooks');
  });
});
