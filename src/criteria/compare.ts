import { languages, type PublishedScheme } from './scheme.ts';

/**
 * One difference between two versions. `what` is the part of the scheme, `id` the theme, criterion, fact, exclusion or
 * term (empty for the rules), `field` the key that differs (empty when the whole part came or went).
 */
export interface SchemeChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly what: string;
  readonly id: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

type Parts = Map<string, { what: string; id: string; fields: Map<string, string> }>;

/** Every value that is not an object, by its dotted key; a list is one value. */
function fieldsOf(value: unknown, key = ''): [string, string][] {
  if (Array.isArray(value)) return [[key, value.map(itemText).join(' | ')]];
  if (typeof value !== 'object' || value === null) return [[key, String(value)]];
  return Object.entries(value).flatMap(([name, inner]) =>
    fieldsOf(inner, key === '' ? name : `${key}.${name}`),
  );
}

/** An item of a list as one text; of one with keys of its own, those as well. */
function itemText(item: unknown): string {
  const fields = fieldsOf(item);
  return fields.map(([name, text]) => (name === '' ? text : `${name} ${text}`)).join(', ');
}

function partsOf({ scheme, texts }: PublishedScheme): Parts {
  const { facts, themes, criteria, exclusions, glossary, ...rules } = scheme;
  const parts: Parts = new Map();
  const add = (what: string, id: string, value: unknown): void => {
    parts.set(`${what} ${id}`, { what, id, fields: new Map(fieldsOf(value)) });
  };
  add('rules', '', rules);
  const lists = { facts, themes, criteria, exclusions, glossary };
  for (const [what, list] of Object.entries(lists)) {
    for (const { id, ...item } of list) add(what, id, item);
  }
  for (const language of languages) {
    const { themes, facts, criteria, exclusions, glossary, language: _, ...common } = texts[language];
    add(`text.${language}`, '', common);
    for (const [what, byId] of Object.entries({ themes, facts, criteria, exclusions, glossary })) {
      for (const [id, wording] of Object.entries(byId)) add(`text.${language}.${what}`, id, wording);
    }
  }
  return parts;
}

/** Everything that differs between two versions, rules first, then part by part, wording last. */
export function compareSchemes(before: PublishedScheme, after: PublishedScheme): SchemeChange[] {
  const [old, recent] = [partsOf(before), partsOf(after)];
  return [...new Set([...old.keys(), ...recent.keys()])].flatMap((key): SchemeChange[] => {
    const [was, is] = [old.get(key), recent.get(key)];
    const { what, id } = was ?? is ?? { what: key, id: '' };
    if (was === undefined) return [{ kind: 'added', what, id, field: '', before: '', after: '' }];
    if (is === undefined) return [{ kind: 'removed', what, id, field: '', before: '', after: '' }];
    return [...new Set([...was.fields.keys(), ...is.fields.keys()])]
      .filter((field) => was.fields.get(field) !== is.fields.get(field))
      .map((field) => ({
        kind: 'changed',
        what,
        id,
        field,
        before: was.fields.get(field) ?? '',
        after: is.fields.get(field) ?? '',
      }));
  });
}

/** A change as one line of plain text for a terminal: `~ criteria LUC-03 weight: 4 → 3`. */
export function printChange(change: SchemeChange): string {
  const name = [change.what, change.id, change.field].filter((part) => part !== '').join(' ');
  if (change.kind === 'changed') return `~ ${name}: ${change.before || '–'} → ${change.after || '–'}`;
  return `${change.kind === 'added' ? '+' : '-'} ${name}`;
}
