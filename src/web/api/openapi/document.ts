import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import * as z from 'zod';
import type { KeyScope } from '../../../commands/items/apiKey.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { licence } from '../../http/licensed.ts';
import { applicationOperations } from './applicationOperations.ts';
import { groups, type Operation } from './operation.ts';
import { proofOperations } from './proofOperations.ts';
import { registerOperations } from './registerOperations.ts';
import { vocabularyOperations } from './vocabularyOperations.ts';
import { registerWebhooks } from './webhooks.ts';

export const operations: readonly Operation[] = [
  ...registerOperations,
  ...proofOperations,
  ...vocabularyOperations,
  ...applicationOperations,
];

export type ApiDocument = ReturnType<OpenApiGeneratorV31['generateDocument']>;

/** What programs may ask as an OpenAPI 3.1 document, from the schemas that questions are checked by, in the words of a language. */
export function openApiDocument(words: Translator, publicUrl: string): ApiDocument {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', apiKey, {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'mie_…',
    description: words.t('api.key'),
  });
  for (const operation of operations) registry.registerPath(pathOf(operation, words));
  registerWebhooks(registry, words);
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.1',
    info: {
      title: words.t('api.title'),
      version: '1.0.0',
      description: words.t('api.lead'),
      license: { name: 'CC BY 4.0', url: licence },
    },
    servers: [{ url: publicUrl }],
    externalDocs: { url: `${publicUrl}/${words.language}/api` },
    tags: groups.map((group) => ({ name: group, description: words.t(`api.groups.${group}`) })),
  });
  describe(document, words);
  return document;
}

/** Name of the keys among the ways to be let in. */
const apiKey = 'apiKey';

function pathOf(operation: Operation, words: Translator) {
  const { id, group, method, path, parts, query, body, form, answers } = operation;
  return {
    method,
    path,
    operationId: id,
    tags: [group],
    summary: words.t(`api.operations.${id}.title`),
    description: words.t(`api.operations.${id}.text`),
    request: {
      ...(parts && { params: z.object(parts) }),
      ...(query && { query: z.object(query) }),
      ...(body && { body: { required: true, content: { 'application/json': { schema: body } } } }),
      ...(form && { body: { required: true, content: { 'multipart/form-data': { schema: formOf(form) } } } }),
    },
    security: securityOf(operation),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, bodies]) => [
        status,
        {
          description: words.tOf(`api.answers.${status}`),
          ...(status === '302' && { headers: leadingTo(words) }),
          ...(Object.keys(bodies).length > 0 && { content: contentOf(bodies) }),
        },
      ]),
    ),
  };
}

/** A key where one is needed; where the register is read for nothing, a key counts its own questions. */
function securityOf({ scope, path }: Operation) {
  if (scope) return [{ [apiKey]: [scope] }];
  return path.startsWith('/api/v1/') ? [{}, { [apiKey]: ['register.read' satisfies KeyScope] }] : [];
}

/** The fields of a form that brings a file. */
function formOf(fields: z.ZodRawShape) {
  const file = z.string().meta({ format: 'binary' });
  return z.object({ file, ...fields }).meta({ id: 'NewEvidence' });
}

/** Where a redirect leads is in its head, and nowhere else. */
function leadingTo(words: Translator) {
  const schema = { type: 'string', format: 'uri-reference' } as const;
  return { Location: { description: words.t('api.answers.302'), required: true, schema } };
}

function contentOf(bodies: Operation['answers'][number]) {
  return Object.fromEntries(
    Object.entries(bodies).map(([type, schema]) => [type, schema === null ? {} : { schema }]),
  );
}

/** Schemas whose fields mean what those of another one mean. */
const sameAs: Readonly<Record<string, string>> = { LookedUpLabel: 'Label', LabelOnDay: 'Label' };

/** Puts the words of the locales beside the parameters and fields that they tell of. */
function describe({ paths = {}, components }: ApiDocument, words: Translator): void {
  for (const path of Object.values(paths)) {
    for (const { tags: [group] = [], parameters = [] } of [path.get ?? {}, path.post ?? {}]) {
      for (const parameter of parameters) {
        if (!('name' in parameter)) continue;
        const own = [`api.parameters.${group}_${parameter.name}`, `${group}.filters.${parameter.name}.asked`];
        const key = own.find((one) => words.has(one)) ?? `api.parameters.${parameter.name}`;
        parameter.description = words.tOf(key);
      }
    }
  }
  for (const [name, schema] of Object.entries(components?.schemas ?? {})) {
    if (!('properties' in schema)) continue;
    for (const [field, property] of Object.entries(schema.properties ?? {})) {
      const keys = [name, sameAs[name] ?? name].map((schema) => `api.fields.${schema}.${field}`);
      const filter = name === 'Counts' ? [`register.filters.${field}.counted`] : [];
      const key = [...keys, ...filter].find((one) => words.has(one));
      if (key !== undefined) property.description = words.tOf(key);
    }
  }
}
