/**
 * Pins the definition of each machine under its version, and writes its diagram. Run it after a change that is meant to
 * change them (a changed definition needs a higher version in src/workflow/versions.ts once anything is stored), and look
 * at the difference before committing it:
 *   node --import tsx test/golden/writeWorkflow.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { digestOf } from '../../src/workflow/canonicalJson.ts';
import { definitionOf } from '../../src/workflow/definition.ts';
import { drawDiagram } from '../../src/workflow/diagram/diagram.ts';
import { currentVersion, type MachineName } from '../../src/workflow/versions.ts';
import { diagramCases, plainWords } from './diagramCases.ts';

const file = new URL('machines.json', import.meta.url);
const pinned: Record<string, Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'));
for (const name of Object.keys(currentVersion) as MachineName[]) {
  pinned[name] = { ...pinned[name], [currentVersion[name]]: digestOf(definitionOf(name)) };
}
writeFileSync(file, `${JSON.stringify(pinned, null, 2)}\n`);

for (const { name, here } of diagramCases) {
  const svg = drawDiagram(name, { here, words: plainWords });
  writeFileSync(new URL(`diagrams/${name}.svg`, import.meta.url), `${svg}\n`);
}
