import type { Translator } from '../../i18n/i18n.ts';
import type { ApiDocument } from '../api/openapi/document.ts';

type Described = NonNullable<NonNullable<ApiDocument['components']>['schemas']>[string];
export type ApiSchema = Exclude<Described, { $ref: string }>;

/** What a value can be, in words; `schema` is the one to read on, where it has fields of its own. */
export interface ApiKind {
  readonly text: string;
  readonly schema: string | null;
  /** Where only these may stand. */
  readonly values: readonly string[];
}

/** The kind of a value in the words of a language. */
export function kindOf(described: Described, words: Translator): ApiKind {
  if ('$ref' in described) {
    const schema = described.$ref.split('/').at(-1) ?? '';
    return { text: schema, schema, values: [] };
  }
  const { type, items, enum: values, anyOf, oneOf, format } = described;
  const kinds = (anyOf ?? oneOf ?? []).map((one) => kindOf(one, words));
  if (kinds.length > 0) return kinds.reduce((first, other) => either(first, other, words));
  const [own = 'object', ...others] = [type ?? 'object'].flat().filter((one) => one !== 'null');
  const kind =
    own === 'array' ? listOf(items, words) : simple(others.length > 0 ? 'object' : own, format, words);
  return {
    ...kind,
    text: [type].flat().includes('null') ? words.t('api.page.orNull', { what: kind.text }) : kind.text,
    values: (values ?? []).filter((value) => value !== '' && value !== null).map(String),
  };
}

function listOf(items: ApiSchema['items'], words: Translator): ApiKind {
  const each = kindOf(items ?? {}, words);
  return { ...each, text: words.t('api.page.listOf', { what: each.text }) };
}

function simple(type: string, format: string | undefined, words: Translator): ApiKind {
  const key = `api.page.kind.${format}`;
  return { text: words.tOf(words.has(key) ? key : `api.page.kind.${type}`), schema: null, values: [] };
}

function either(first: ApiKind, other: ApiKind, { t }: Translator): ApiKind {
  const values = [...first.values, ...other.values];
  if (other.text === 'null') return { ...first, text: t('api.page.orNull', { what: first.text }), values };
  return { ...first, text: t('api.page.oneOf', { first: first.text, other: other.text }), values };
}
