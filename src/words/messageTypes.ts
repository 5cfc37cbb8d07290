import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** The source of an interface: a message without placeholders is `null`, any other an object of its parameters. */
export function messageTypes(messages: Readonly<Record<string, string>>): string {
  const lines = Object.entries(messages).map(([key, message]) => {
    const params = new Map<string, string>();
    collect(parse(message), params);
    const fields = [...params].map(([name, type]) => `'${name}': ${type}`).join('; ');
    return `  '${key}': ${fields === '' ? 'null' : `{ ${fields} }`};`;
  });
  return `export interface Messages {\n${lines.join('\n')}\n}\n`;
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
