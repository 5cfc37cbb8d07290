import type { MachineName } from '../../src/workflow/versions.ts';

/** The diagrams that are kept, each with one state marked. */
export const diagramCases: readonly { readonly name: MachineName; readonly here: string }[] = [
  { name: 'application', here: 'recommendation' },
  { name: 'review', here: 'voided' },
  { name: 'label', here: 'suspended' },
];

/** Words that no locale can change: the last part of the key, spelt out. */
export function plainWords(key: string): string {
  const name = key.split('.').at(-1) ?? '';
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
