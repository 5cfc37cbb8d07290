import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createI18n } from '../i18n/i18n.ts';
import { bindingLanguage } from '../profile/profile.ts';
import { drawDiagram } from '../workflow/diagram/diagram.ts';
import { currentVersion, type MachineName } from '../workflow/versions.ts';

/** Draws every machine from its own definition into `folder`, one SVG each, in French. */
export async function diagram(folder: string): Promise<void> {
  const words = createI18n()[bindingLanguage];
  await mkdir(folder, { recursive: true });
  for (const name of Object.keys(currentVersion) as MachineName[]) {
    const file = join(folder, `${name}.svg`);
    await writeFile(file, drawDiagram(name, { words: words.tOf }));
    console.log(file);
  }
}
