import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

/**
 * The source of two interfaces: `Messages`, where one without placeholders is `null` and any other an object of its parameters,
 * and `Groups`, the names below every beginning of the keys. The compiler would need seconds to find those itself.
 */
export function messageTypes(messages: Readonly<Record<string, string>>): string {
  const types = Object.entries(messages).map(([key, message]) => [key, paramsType(message)] as const);
  const groups = [...groupsOf(Object.keys(messages))].map(
    ([group, names]) => [group, names.map((name) => `'${name}'`).join(' | ')] as const,
  );
  return `${interfaceOf('Messages', types)}\n${interfaceOf('Groups', groups)}`;
}

function interfaceOf(name: string, fields: readonly (readonly [string, string])[]): string {
  const lines = fields.map(([field, type]) => `  '${field}': ${type};\n`);
  return `export interface ${name} {\n${lines.join('')}}\n`;
}

function paramsType(message: string): string {
  const params = new Map<string, string>();
  collect(parse(message), params);
  const fields = [...params].map(([name, type]) => `'${name}': ${type}`).join('; ');
  return fields === '' ? 'null' : `{ ${fields} }`;
}

function groupsOf(keys: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    for (let dot = key.indexOf('.'); dot !== -1; dot = key.indexOf('.', dot + 1)) {
      const group = key.slice(0, dot);
      groups.set(group, [...(groups.get(group) ?? []), key.slice(dot + 1)]);
    }
  }
  return groups;
}

/** A placeholder that is counted with somewhere takes a number alone, wherever else it stands. */
function collect(elements: readonly MessageFormatElement[], params: Map<string, string>): void {
  for (const element of elements) {
    if (element.type === TYPE.number || element.type === TYPE.plural) params.set(element.value, 'number');
    else if (element.type === TYPE.argument || element.type === TYPE.select) {
      if (!params.has(element.value)) params.set(element.value, 'string | number');
    } else if (element.type !== TYPE.literal && element.type !== TYPE.pound)
      throw new Error(`no type is known for the placeholder in ${JSON.stringify(element)}`);
    if (element.type === TYPE.plural || element.type === TYPE.select)
      for (const option of Object.values(element.options)) collect(option.value, params);
  }
}
