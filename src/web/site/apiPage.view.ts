import type { LimitRules } from '../../commands/ports/limitRules.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { csvColumns } from '../api/formats/csv.ts';
import type { ApiDocument } from '../api/openapi/document.ts';
import { groups } from '../api/openapi/operation.ts';
import { licence } from '../http/licensed.ts';
import { ofKey } from '../http/limits.ts';
import { registerDataset } from '../register/registerDataset.view.ts';
import { type ApiSchema, kindOf } from './apiKind.view.ts';

export type ApiField = ReturnType<typeof fieldsOf>[number] | ApiOperationView['parameters'][number];

export type ApiOperationView = ReturnType<typeof operationOf>;
export type ApiPageView = ReturnType<typeof apiPage>;

/** Classes of limits that programs without a key meet; with one, those of `ofKey` in their place, and two more. */
const limited = ['lookups', 'downloads', 'listsFromClient'] as const;
const onlyOfKey = ['uploadsOfKey', 'keysRefusedFromClient'] as const;
const downloads = ['register_jsonl', 'register_csv', 'register_jsonld', 'register_essglobal'];

/** The page from the same document that programs read: nothing is said twice. */
export function apiPage(
  { document, rules, publicUrl }: { document: ApiDocument; rules: LimitRules; publicUrl: string },
  words: Translator,
) {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, { get, post }]) =>
    [get, post].flatMap((operation) =>
      operation ? [operationOf(path, operation === get ? 'GET' : 'POST', operation, words)] : [],
    ),
  );
  const inGroup = (group: string) => operations.filter(({ group: of }) => of === group);
  const rateOf = <Name extends keyof LimitRules, What>(name: Name, what: What) => {
    const { times, seconds } = rules[name];
    return { name, what, times, minutes: seconds / 60 };
  };
  const data = { '@context': 'https://schema.org', ...registerDataset(words, publicUrl) };
  return {
    licence,
    downloads: operations
      .filter(({ id }) => downloads.includes(id))
      .map(({ path, title }) => ({ href: path, text: title })),
    rates: {
      without: limited.map((name) => rateOf(name, name)),
      withKey: [
        ...limited.map((what) => rateOf(ofKey[what], what)),
        ...onlyOfKey.map((name) => rateOf(name, name)),
      ],
      /** Of so many answers to a key, one says what is left of its questions. */
      batch: rules[ofKey.lookups].batch,
    },
    groups: groups.map((name) => ({ name, title: words.t(`api.groups.${name}`), operations: inGroup(name) })),
    columns: csvColumns,
    schemas: Object.entries(document.components?.schemas ?? {}).flatMap(([name, schema]) =>
      'properties' in schema ? [{ name, fields: fieldsOf(schema, words) }] : [],
    ),
    /** JSON-LD, safe inside a script element. */
    data: JSON.stringify(data).replaceAll('<', '\\u003c'),
  };
}

type ApiOperation = NonNullable<NonNullable<ApiDocument['paths']>[string]['get']>;

function operationOf(
  path: string,
  method: string,
  { operationId = '', summary = '', description = '', tags = [], parameters = [], ...rest }: ApiOperation,
  words: Translator,
) {
  const { requestBody: body } = rest;
  const asked = body && 'content' in body ? body.content['application/json']?.schema : undefined;
  return {
    group: tags[0] ?? '',
    id: operationId,
    method,
    path,
    title: summary,
    text: description,
    parameters: parameters.flatMap((parameter) =>
      'name' in parameter
        ? {
            name: parameter.name,
            kind: kindOf(parameter.schema ?? {}, words),
            note: parameter.required === true ? ('required' as const) : null,
            text: parameter.description ?? '',
          }
        : [],
    ),
    body: asked ? kindOf(asked, words) : null,
    answers: Object.entries(rest.responses ?? {}).map(([status, answer]) => ({
      status,
      text: String(answer.description),
      types: typesOf(answer, words),
    })),
  };
}

type Content = Extract<NonNullable<ApiOperation['requestBody']>, { content: object }>['content'];

function typesOf({ content = {} }: { readonly content?: Content }, words: Translator) {
  return Object.entries(content).map(([type, { schema }]) => ({
    type,
    kind: schema ? kindOf(schema, words) : null,
  }));
}

function fieldsOf({ properties = {}, required = [] }: ApiSchema, words: Translator) {
  return Object.entries(properties).map(([name, property]) => ({
    name,
    kind: kindOf(property, words),
    /** For what is not always answered. */
    note: required.includes(name) ? null : ('optional' as const),
    text: property.description ?? '',
  }));
}
