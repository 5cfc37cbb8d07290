import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Agreement, agreementShape } from '../commands/items/agreementText.ts';
import { bindingLanguage, type Language, languages } from '../criteria/scheme.ts';
import { readYaml } from '../parseYaml.ts';

/** Reads the newest version of the agreement in every language; one that is faulty or lacks an article stops the start. */
export function loadAgreement(folder: string): Agreement {
  const byNumber = new Intl.Collator('en', { numeric: true });
  const version = readdirSync(folder).sort(byNumber.compare).at(-1);
  if (version === undefined) throw new Error(`${folder} holds no agreement`);
  const fileOf = (language: Language) => join(folder, version, `${language}.yaml`);
  const read = languages.map((language) => [language, readYaml(fileOf(language), agreementShape)] as const);
  const texts = Object.fromEntries(read) as Agreement['texts'];
  const lacking = languages.filter(
    (one) => texts[one].articles.length !== texts[bindingLanguage].articles.length,
  );
  if (lacking.length > 0) throw new Error(`${folder}/${version}: not as many articles in ${lacking}`);
  return { version, texts };
}
