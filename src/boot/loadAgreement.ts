import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Agreement, type AgreementText, agreementShape } from '../commands/items/agreementText.ts';
import { type Language, languages } from '../criteria/scheme.ts';
import { readRules } from './readRules.ts';

/** Reads the newest version of the agreement in every language; one that is faulty or lacks an article stops the start. */
export async function loadAgreement(folder: string): Promise<Agreement> {
  const versions = await readdir(folder);
  const byNumber = new Intl.Collator('en', { numeric: true });
  const version = versions.sort(byNumber.compare).at(-1);
  if (version === undefined) throw new Error(`${folder} holds no agreement`);
  const read = async (language: Language): Promise<[Language, AgreementText]> => [
    language,
    await readRules(join(folder, version, `${language}.yaml`), agreementShape),
  ];
  const texts = Object.fromEntries(await Promise.all(languages.map(read))) as Agreement['texts'];
  const lacking = languages.filter((one) => texts[one].articles.length !== texts.fr.articles.length);
  if (lacking.length > 0) throw new Error(`${folder}/${version}: not as many articles in ${lacking}`);
  return { version, texts };
}
