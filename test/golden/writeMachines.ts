/**
 * Pins the definition of each machine under its version. Run it after raising a version in src/workflow/versions.ts:
 *   node --import tsx test/golden/writeMachines.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { digestOf } from '../../src/workflow/canonicalJson.ts';
import { definitionOf } from '../../src/workflow/definition.ts';
import { currentVersion, type MachineName } from '../../src/workflow/versions.ts';

const file = new URL('machines.json', import.meta.url);
const pinned: Record<string, Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'));
for (const name of Object.keys(currentVersion) as MachineName[]) {
  pinned[name] = { ...pinned[name], [currentVersion[name]]: digestOf(definitionOf(name)) };
}
writeFileSync(file, `${JSON.stringify(pinned, null, 2)}\n`);
