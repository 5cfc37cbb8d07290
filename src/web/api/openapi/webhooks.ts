import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type * as z from 'zod';
import type { Translator } from '../../../i18n/i18n.ts';
import { webhookChange, webhookTest } from '../../schemas/webhooks.ts';

/** What subscribers are sent, by the name of the webhook. */
const sent = { registerChanged: webhookChange, test: webhookTest } as const satisfies Record<
  string,
  z.ZodType
>;

/** Name of the security scheme that describes the signature. */
const signatureScheme = 'webhookSignature';

/** Describes the requests that subscribers are sent, and the signature by which they know them (Standard Webhooks 1.0). */
export function registerWebhooks(registry: OpenAPIRegistry, { t }: Translator): void {
  registry.registerComponent('securitySchemes', signatureScheme, {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description: t('api.webhooks.signature'),
  });
  for (const [name, schema] of Object.entries(sent) as [keyof typeof sent, z.ZodType][]) {
    registry.registerWebhook({
      method: 'post',
      path: name,
      operationId: name,
      summary: t(`api.webhooks.${name}.title`),
      description: t(`api.webhooks.${name}.text`),
      security: [{ [signatureScheme]: [] }],
      request: { body: { required: true, content: { 'application/json': { schema } } } },
      responses: {
        '2XX': { description: t('api.webhooks.taken') },
        410: { description: t('api.webhooks.gone') },
      },
    });
  }
}
