import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type * as z from 'zod';
import type { Translator } from '../../../i18n/i18n.ts';
import { webhookChange, webhookTest } from '../../schemas/webhooks.ts';

/** What subscribers are sent, by the name of the webhook. */
const sent = { registerChanged: webhookChange, test: webhookTest } as const satisfies Record<
  string,
  z.ZodType
>;

/** Describes the requests that subscribers are sent. */
export function registerWebhooks(registry: OpenAPIRegistry, { t }: Translator): void {
  for (const [name, schema] of Object.entries(sent) as [keyof typeof sent, z.ZodType][]) {
    registry.registerWebhook({
      method: 'post',
      path: name,
      operationId: name,
      summary: t(`api.webhooks.${name}.title`),
      description: t(`api.webhooks.${name}.text`),
      request: { body: { required: true, content: { 'application/json': { schema } } } },
      responses: {
        '2XX': { description: t('api.webhooks.taken') },
        410: { description: t('api.webhooks.gone') },
      },
    });
  }
}
