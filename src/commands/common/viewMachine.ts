import type { MachineName } from '../../workflow/versions.ts';

/** The drawing of a machine as it runs, in the reader's words; `here` marks where an item stands. */
export async function viewMachine(name: MachineName, words: (key: string) => string, here?: string) {
  const { drawDiagram } = await import('../../workflow/diagram/diagram.ts');
  return drawDiagram(name, { words, here });
}
