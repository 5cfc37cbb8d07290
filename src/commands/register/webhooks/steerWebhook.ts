import { refuseFor } from '../../../errors.ts';
import { instantsOf } from '../../../register/day.ts';
import { systemActor } from '../../common/actor.ts';
import { changeItem } from '../../common/noteOn.ts';
import type { PauseReason, Webhook } from '../../items/webhook.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type AboutWebhook, known } from './changeWebhook.ts';

/** Stops the deliveries of a subscription, which goes on later where it is. */
export async function pauseWebhook(deps: Deps, asker: Asker, input: AboutWebhook): Promise<void> {
  const { webhook, change } = await known(deps, asker, input);
  refuseFor({ webhookPaused: webhook.state === 'paused' });
  await change(webhook, { state: 'paused', pausedFor: 'asked' }, 'webhook.paused');
}

/** Goes on with the deliveries of a subscription where they are, the next one at once. */
export async function resumeWebhook(deps: Deps, asker: Asker, input: AboutWebhook): Promise<void> {
  const { webhook, change } = await known(deps, asker, input);
  refuseFor({ webhookNotPaused: webhook.state !== 'paused' });
  const order = { id: deps.ids.next(), after: null };
  await change(webhook, { state: 'active', pausedFor: null, order }, 'webhook.resumed');
}

/** Where to begin anew: after a change of the register, or at the beginning of a day. */
export type ReplayFrom =
  | { readonly kind: 'change'; readonly change: number }
  | { readonly kind: 'day'; readonly day: string };

/** Sends everything anew that changed since then, each label as it stands now; a subscription that is paused goes on by it. */
export async function replayWebhook(
  deps: Deps,
  asker: Asker,
  input: AboutWebhook & { readonly from: ReplayFrom },
): Promise<void> {
  const { webhook, change } = await known(deps, asker, input);
  const { from } = input;
  const after = from.kind === 'change' ? from.change : await deps.store.changeBefore(instantsOf(from.day)[0]);
  refuseFor({ changeToCome: after > (await deps.store.newestChange()) });
  const order = { id: deps.ids.next(), after };
  await change(webhook, { state: 'active', pausedFor: null, order }, 'webhook.replayed');
}

/** Has a test event sent, whatever the state of the subscription; what came of it stands among its deliveries. */
export async function testWebhook(deps: Deps, asker: Asker, input: AboutWebhook): Promise<void> {
  const { webhook, change } = await known(deps, asker, input);
  await change(webhook, { test: deps.ids.next() }, 'webhook.testAsked');
}

/** Pauses a subscription that nothing can be delivered to; its contact and the administrators are told. */
export async function pauseFailing(
  deps: Pick<Deps, 'store' | 'clock' | 'ids'>,
  webhook: Webhook,
  pausedFor: Exclude<PauseReason, 'asked'>,
): Promise<void> {
  const line = { at: deps.clock.now().toISOString(), actor: systemActor, facts: ['webhook.failed'] } as const;
  await deps.store.commit([
    changeItem(deps, 'webhooks', webhook, { state: 'paused', pausedFor }, { ...line, data: { pausedFor } }),
  ]);
}
