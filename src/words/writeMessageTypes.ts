import { writeFile } from 'node:fs/promises';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { projectFile } from '../projectFile.ts';
import { loadLocale } from './loadLocales.ts';

/** Writes the keys of the French words with their parameters as a type, so that `tsc` checks every use (`npm run words`). */
const { messages } = loadLocale(projectFile('templates/locales/'), 'fr');
await writeFile(projectFile('templates/locales/messages.ts'), messageTypes(messages));

/** The source of an interface: a message without placeholders is `null`, any other an object of its parameters. */
export function messageTypes(messages: Readonly<Record<string, string>>): string {
  const lines = Object.entries(messages).map(([key, message]) => {
    const params = new Map<string, string>();
    collect(parse(message, { ignoreTag: true }), params);
    const fields = [...params].map(([name, type]) => `'${name}': ${type}`).join('; ');
    return `  '${key}': ${fields === '' ? 'null' : `{ ${fields} }`};`;
  });
  return `// Made by \`npm run words\` from templates/locales/fr; not committed.\nexport interface Messages {\n${lines.join('\n')}\n}\n`;
}

function collect(elements: readonly MessageFormatElement[], params: Map<string, string>): void {
  for (const element of elements) {
    if (element.type === TYPE.argument) {
      if (!params.has(element.value)) params.set(element.value, 'string | number');
    } else if (element.type === TYPE.number) params.set(element.value, 'number');
    else if (element.type === TYPE.plural || element.type === TYPE.select) {
      params.set(element.value, element.type === TYPE.plural ? 'number' : 'string');
      for (const option of Object.values(element.options)) collect(option.value, params);
    }
  }
}
