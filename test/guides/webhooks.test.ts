import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { Webhook } from 'standardwebhooks';
import { allowedAddresses } from '../../src/boot/openWebhooks.ts';
import { createI18n } from '../../src/i18n/i18n.ts';
import { webhookEvents } from '../../src/web/api/webhookEvents.ts';
import { createWebhookSender } from '../../src/workers/webhooks/sendWebhook.ts';
import { freePort } from '../support/guides/freePort.ts';
import { testFolder } from '../support/run/folders.ts';
import { specimenEntry } from '../support/samples/specimenEntry.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

describe('the guide to webhooks', () => {
  let receiver: ChildProcess;
  let printed = '';
  let address: string;
  before(async () => {
    const [, code = ''] =
      /```js\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/guides/webhooks.md'), 'utf8')) ?? [];
    const folder = await testFolder();
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'receiver.mjs'), code);
    const port = await freePort();
    address = `http://localhost:${port}/`;
    receiver = spawn(process.execPath, ['receiver.mjs'], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', WEBHOOK_SECRET: secret, PORT: String(port) },
    });
    receiver.stdout?.on('data', (piece) => {
      printed += piece;
    });
    await listening(port);
  });
  after(async () => {
    if (receiver.exitCode !== null) return;
    receiver.kill();
    await once(receiver, 'exit');
  });

  /** Waits until somebody takes connections there. */
  const listening = async (port: number): Promise<void> => {
    for (;;) {
      const socket = connect(port, '127.0.0.1');
      const taken = await once(socket, 'connect').then(
        () => true,
        () => false,
      );
      socket.destroy();
      if (taken) return;
      if (receiver.exitCode !== null) throw new Error('the receiver has ended');
    }
  };
  const clock = { now: () => new Date() };
  const events = webhookEvents({ i18n: createI18n(), publicUrl: 'https://label.example', clock });
  const send = createWebhookSender({ allows: allowedAddresses('development') });
  const deliver = ({ id, body }: { readonly id: string; readonly body: string }, key = secret) => {
    const at = clock.now();
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(key).sign(id, at, body),
    };
    return send({ address, headers, body });
  };

  it('has a receiver that takes what the service sends, and nothing of others', async () => {
    const change = events.ofChange(1, specimenEntry, 'fr');
    expect(await deliver(change)).to.include({ outcome: 'delivered', status: 204 });
    expect(await deliver({ id: 'test_1', body: events.test(clock.now()) })).to.include({
      outcome: 'delivered',
    });
    const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
    expect(await deliver(change, other)).to.include({ outcome: 'refused', status: 401 });
    expect(printed.trim().split('\n')).to.have.length(1);
    expect(printed).to.match(new RegExp(`^${specimenEntry.number} \\w+ \\S+\\n$`));
  });
});
