import type { WebhookDelivery } from '../../commands/ports/webhookPorts.ts';
import type { ViewedWebhook, WebhookList } from '../../commands/register/webhooks/viewWebhooks.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { publicWords } from '../../register/publicStatus.ts';
import { webhookTypes } from '../../register/webhooks/webhookEvent.ts';
import { cursorOf } from '../schemas/changes.ts';

export type WebhooksView = ReturnType<typeof webhooksView>;
export type WebhookView = ReturnType<typeof webhookView>;

/** The box of a status: what subscribers are told is named by it. */
export const typePrefix = 'types.';

const tones = { active: 'leaf', failing: 'sun', paused: 'coral' } as const;

/** Where the subscriptions are, or one of them. */
export function webhookHref(words: Translator, id = ''): string {
  return `/${words.language}/webhooks${id && `/${id}`}`;
}

/** What was made just now, shown this once. */
interface Made {
  readonly id: string;
  readonly secret: string;
}

/** Every subscription, and the form that adds one: everything is told unless somebody takes a box away. */
export function webhooksView(list: WebhookList, made: Made | null, words: Translator) {
  return {
    made,
    href: webhookHref(words),
    rows: list.map((one) => rowOf(one, words)),
    ...formOf(words),
    values: { language: words.language, ...ticked(publicWords) },
  };
}

/** One subscription. */
export function webhookView({ deliveries, ...one }: ViewedWebhook, made: Made | null, words: Translator) {
  const { name, address, contact, language, types, revision, secrets } = one.webhook;
  return {
    ...rowOf(one, words),
    versionToken: revision,
    revision,
    made,
    isPaused: one.webhook.state === 'paused',
    pausedFor: one.webhook.pausedFor,
    types:
      types.length === webhookTypes.length
        ? [words.t('webhooks.allTypes')]
        : types.map((type) => words.tOf(`status.${type.slice('label.'.length)}.word`)),
    /** Until when an older secret signs as well. */
    oldUntil: secrets.find(({ until }) => until !== null)?.until ?? null,
    first: cursorOf(0),
    deliveries: deliveries.map((delivery) => deliveryOf(delivery, words)),
    ...formOf(words),
    values: {
      ...{ name, address, contact, language },
      ...ticked(publicWords.filter((word) => types.includes(`label.${word}`))),
    },
  };
}

function rowOf({ webhook, queue, newest }: WebhookList[number], words: Translator) {
  const { id, name, address, contact, state } = webhook;
  const tries = queue?.tries ?? 0;
  const shown = state === 'active' && tries > 0 ? 'failing' : state === 'paused' ? 'paused' : 'active';
  const cursor = queue?.cursor ?? webhook.order.after ?? 0;
  return {
    id,
    name,
    address,
    contact,
    href: webhookHref(words, id),
    pill: { tone: tones[shown], text: words.t(`webhooks.states.${shown}`) },
    deliveredAt: queue?.deliveredAt ?? null,
    nextAt: state === 'active' ? (queue?.nextAt ?? null) : null,
    failingSince: queue?.failingSince ?? null,
    cursor: cursorOf(cursor),
    isUpToDate: cursor >= newest,
  };
}

function deliveryOf(
  { id, at, type, number, tries, outcome, status, ms, excerpt }: WebhookDelivery,
  words: Translator,
) {
  const { t, tOf, number: figure } = words;
  return {
    id,
    at,
    what:
      number === null
        ? t('webhooks.test')
        : `${number} · ${tOf(`status.${type.slice('label.'.length)}.word`)}`,
    tries,
    tone: outcome === 'delivered' ? ('leaf' as const) : ('coral' as const),
    outcome: t(`webhooks.outcomes.${outcome}`),
    answer: status === null ? '' : String(status),
    seconds: t('webhooks.seconds', { seconds: figure(ms / 1000, 2) }),
    excerpt,
  };
}

/** What the form of a subscriber offers. */
function formOf(words: Translator) {
  const { t, tOf } = words;
  return {
    boxes: publicWords.map((word) => ({ name: `${typePrefix}${word}`, text: tOf(`status.${word}.word`) })),
    names: {
      ...{ name: t('webhooks.name'), address: t('webhooks.address'), contact: t('webhooks.contact') },
      ...{ language: t('webhooks.language'), types: t('webhooks.types') },
      ...{ cursor: t('webhooks.replay.cursor'), day: t('webhooks.replay.day') },
    },
  };
}

function ticked(words: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(words.map((word) => [`${typePrefix}${word}`, 'yes']));
}
