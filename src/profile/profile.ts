import { readYaml } from '../parseYaml.ts';
import { profileShape, type writtenLanguages } from './profileShape.ts';
import { schemeFile } from './schemeFile.ts';

/** What is particular to the label that this process serves; a faulty profile stops the start. */
export const profile = readYaml(schemeFile('profile.yaml'), profileShape);

/** A language that the service can speak. */
export type Language = (typeof writtenLanguages)[number];

/** The languages of the label. */
export const languages = atLeastOne(profile.languages.map(({ language }): Language => language));

/** The language that binds, and that whoever asks for no other is answered in. */
export const [bindingLanguage] = languages;

/** What the profile says of a language of the label: its locale, e.g. fr-CH, and the strapline in it. */
export function spokenIn(language: Language) {
  const found = profile.languages.find((one) => one.language === language);
  if (!found) throw new Error(`${language} is no language of ${profile.name}`);
  return found;
}

/** A list of the profile that holds something, and is known to. */
export function atLeastOne<T>([first, ...others]: readonly T[]): readonly [T, ...T[]] {
  if (first === undefined) throw new Error(`a list in the profile of ${profile.name} is empty`);
  return [first, ...others];
}
