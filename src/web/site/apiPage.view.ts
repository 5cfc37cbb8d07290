import type { LimitRules } from '../../commands/ports/limitRules.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { csvColumns } from '../api/formats/csv.ts';
import type { ApiDocument } from '../api/openapi/document.ts';
import { groups } from '../api/openapi/operation.ts';
import { licence } from '../http/licensed.ts';
import { registerDataset } from '../register/registerDataset.view.ts';
import { type ApiKind, type ApiSchema, kindOf } from './apiKind.view.ts';

export interface ApiField {
  readonly name: string;
  readonly kind: ApiKind;
  /** Said of what must be asked, and of what is not always answered. */
  readonly note: 'required' | 'optional' | null;
  readonly text: string;
}

export interface ApiOperationView {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly title: string;
  readonly text: string;
  readonly parameters: readonly ApiField[];
  readonly body: ApiKind | null;
  readonly answers: readonly {
    readonly status: string;
    readonly text: string;
    readonly types: readonly { readonly type: string; readonly kind: ApiKind | null }[];
  }[];
}

/** The page that people read before they write a program. */
export interface ApiPageView {
  readonly licence: string;
  readonly downloads: readonly { readonly href: string; readonly text: string }[];
  readonly rates: readonly { readonly name: string; readonly title: string; readonly text: string }[];
  readonly groups: readonly { readonly title: string; readonly operations: readonly ApiOperationView[] }[];
  readonly columns: readonly Pick<ApiField, 'name' | 'text'>[];
  readonly schemas: readonly { readonly name: string; readonly fields: readonly ApiField[] }[];
  /** JSON-LD, safe inside a script element. */
  readonly data: string;
}

/** Classes of limits that programs meet. */
const told = ['lookups', 'downloads', 'listsFromClient'] as const;
const downloads = ['register_jsonl', 'register_csv', 'register_jsonld'];

/** The page from the same document that programs read: nothing is said twice. */
export function apiPage(
  { document, rules, publicUrl }: { document: ApiDocument; rules: LimitRules; publicUrl: string },
  words: Translator,
): ApiPageView {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, { get, post }]) =>
    [get, post].flatMap((operation) =>
      operation ? [operationOf(path, operation === get ? 'GET' : 'POST', operation, words)] : [],
    ),
  );
  const inGroup = (group: string) => operations.filter(({ group: of }) => of === group);
  const data = { '@context': 'https://schema.org', ...registerDataset(words, publicUrl) };
  return {
    licence,
    downloads: operations
      .filter(({ id }) => downloads.includes(id))
      .map(({ path, title }) => ({ href: path, text: title })),
    rates: told.map((name) => ({
      name,
      title: words.t(`api.page.class.${name}`),
      text: words.t('api.page.rate', { times: rules[name].times, minutes: rules[name].seconds / 60 }),
    })),
    groups: groups.map((group) => ({ title: words.t(`api.groups.${group}`), operations: inGroup(group) })),
    columns: csvColumns.map(([name, field]) => ({ name, text: words.t(`api.fields.${field}`) })),
    schemas: Object.entries(document.components?.schemas ?? {}).flatMap(([name, schema]) =>
      'properties' in schema ? [{ name, fields: fieldsOf(schema, words) }] : [],
    ),
    data: JSON.stringify(data).replaceAll('<', '\\u003c'),
  };
}

type ApiOperation = NonNullable<NonNullable<ApiDocument['paths']>[string]['get']>;

function operationOf(
  path: string,
  method: string,
  { operationId = '', summary = '', description = '', tags = [], parameters = [], ...rest }: ApiOperation,
  words: Translator,
): ApiOperationView & { readonly group: string } {
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
            note: parameter.required === true ? 'required' : null,
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

function typesOf(
  answer: { readonly content?: Content },
  words: Translator,
): ApiOperationView['answers'][number]['types'] {
  return Object.entries(answer.content ?? {}).map(([type, { schema }]) => ({
    type,
    kind: schema ? kindOf(schema, words) : null,
  }));
}

function fieldsOf({ properties = {}, required = [] }: ApiSchema, words: Translator): ApiField[] {
  return Object.entries(properties).map(([name, property]) => ({
    name,
    kind: kindOf(property, words),
    note: required.includes(name) ? null : 'optional',
    text: property.description ?? '',
  }));
}
