import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { projectFile } from '../projectFile.ts';

/** The schemes of this installation: the folders of `criteria` that hold a profile. */
export function schemeNames(): readonly string[] {
  const names = readdirSync(fileURLToPath(projectFile('criteria/')));
  return names.filter((name) => existsSync(projectFile(`criteria/${name}/profile.yaml`))).sort();
}
