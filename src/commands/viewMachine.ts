import { drawDiagram } from '../workflow/diagram.ts';
import type { MachineName } from '../workflow/versions.ts';

/** The drawing of a machine as it runs, in the reader's words; `here` marks where an item stands. */
export function viewMachine(name: MachineName, words: (key: string) => string, here?: string): string {
  return drawDiagram(name, { words, here });
}
