import type { Language } from '../../../criteria/scheme.ts';
import { fault, refuseFor, requireNoFaults } from '../../../errors.ts';
import { readWebhookAddress } from '../../../register/webhooks/webhookAddress.ts';
import type { WebhookType } from '../../../register/webhooks/webhookEvent.ts';
import { administratorsOwn } from '../../common/administratorsOwn.ts';
import { addItem, changeItem } from '../../common/noteOn.ts';
import { type ItemInput, requireRevision, requireVisible } from '../../common/requireVisible.ts';
import type { SealedSecret } from '../../items/webhook.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { newWebhookSecret, sealSecret, webhookKey } from './sealedSecret.ts';

/** What an administrator says of a subscriber. */
export interface WebhookInput {
  readonly name: string;
  readonly address: string;
  readonly contact: string;
  readonly language: Language;
  readonly types: readonly WebhookType[];
}

export type AboutWebhook = ItemInput<'webhookId'>;

/** Commands that make secrets are given what those are encrypted with. */
type WithSecret = Deps & { readonly sessionSecret: string };

/** Subscriptions of an installation: each is looked at every second, and delivered beside the others. */
const maxWebhooks = 50;
/** How long (milliseconds) an old secret signs beside the new one. */
const overlapMs = 7 * 24 * 3_600_000;
/** Secrets that sign at the same time. */
const maxSecrets = 3;

/** Adds a subscriber, who is told what changes from now on; gives their secret, which is shown this once. */
export async function addWebhook(deps: WithSecret, asker: Asker, input: WebhookInput) {
  const { eventMeta } = await administratorsOwn(deps, asker);
  const said = checked(deps, input);
  refuseFor({ tooManyWebhooks: (await deps.store.webhooks()).length >= maxWebhooks });
  const id = deps.ids.next();
  const { secret, sealed } = makeSecret(deps, id);
  const webhook = {
    id,
    ...said,
    state: 'active',
    pausedFor: null,
    secrets: [sealed],
    order: { id: deps.ids.next(), after: await deps.store.newestChange() },
    test: null,
    addedAt: eventMeta.at,
  } as const;
  await deps.store.commit([addItem(deps, 'webhooks', webhook, { ...eventMeta, facts: ['webhook.added'] })]);
  return { id, secret };
}

/** Changes what was said of a subscriber. */
export async function changeWebhook(deps: Deps, asker: Asker, input: WebhookInput & AboutWebhook) {
  const { webhook, change } = await known(deps, asker, input);
  await change(webhook, checked(deps, input), 'webhook.changed');
}

/** Makes a new secret, which is shown this once; the one of before signs beside it for a week. */
export async function rotateWebhookSecret(deps: WithSecret, asker: Asker, input: AboutWebhook) {
  const { webhook, change, now } = await known(deps, asker, input);
  const until = new Date(now.getTime() + overlapMs).toISOString();
  const ending = webhook.secrets
    .map((one): SealedSecret => ({ ...one, until: one.until ?? until }))
    .filter((one) => one.until !== null && one.until > now.toISOString());
  const { secret, sealed } = makeSecret(deps, webhook.id);
  await change(webhook, { secrets: [sealed, ...ending].slice(0, maxSecrets) }, 'webhook.secretRotated');
  return { id: webhook.id, secret };
}

/** Ends a subscription: nothing is kept of who it was and of its secrets. */
export async function removeWebhook(deps: Deps, asker: Asker, input: AboutWebhook): Promise<void> {
  const { webhook, change } = await known(deps, asker, input);
  const nothing = { name: '', address: '', contact: '', secrets: [], test: null };
  await change(webhook, { ...nothing, state: 'removed', pausedFor: null }, 'webhook.removed');
}

/** A subscription as an administrator has read it, and how it is changed by them. */
export async function known(deps: Deps, asker: Asker, { webhookId, revision }: AboutWebhook) {
  const { eventMeta } = await administratorsOwn(deps, asker);
  const found = requireVisible(await deps.store.webhook(webhookId));
  requireVisible(found.state !== 'removed');
  const webhook = requireRevision(found, revision);
  type Changed = Parameters<typeof changeItem<'webhooks'>>[3];
  type Fact = 'changed' | 'secretRotated' | 'removed' | 'paused' | 'resumed' | 'replayed' | 'testAsked';
  return {
    webhook,
    now: new Date(eventMeta.at),
    change: (before: typeof webhook, changed: Changed, fact: `webhook.${Fact}`) =>
      deps.store.commit([changeItem(deps, 'webhooks', before, changed, { ...eventMeta, facts: [fact] })]),
  };
}

function checked(deps: Deps, { name, address, contact, language, types }: WebhookInput) {
  // An installation that issues specimens is one of development, whose receivers may be on the same machine.
  const read = readWebhookAddress(address, deps.specimen);
  requireNoFaults([
    ...(read.kind === 'fault' ? [fault('address', read.code)] : []),
    ...(types.length === 0 ? [fault('types', 'chooseOne')] : []),
  ]);
  return { name, address: read.kind === 'address' ? read.address : '', contact, language, types };
}

function makeSecret({ ids, sessionSecret }: WithSecret, webhookId: string) {
  const secret = newWebhookSecret(ids);
  const sealed = sealSecret(webhookKey(sessionSecret), webhookId, secret, ids);
  return { secret, sealed: { sealed, until: null } };
}
