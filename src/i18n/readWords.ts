import * as z from 'zod';
import { type Language, languages } from '../criteria/scheme.ts';
import { readYaml } from '../parseYaml.ts';
import { projectFile } from '../projectFile.ts';
import { fillTokens } from './fillTokens.ts';

/** The words of one folder of templates in every language; throws, naming the file, when one is missing or misspelt. */
export function readWords<Words>(
  folder: 'badge' | 'certificate' | 'credential' | 'sign',
  shape: z.ZodType<Words>,
): Readonly<Record<Language, Words>> {
  const fileOf = (language: Language) => projectFile(`templates/${folder}/words.${language}.yaml`);
  const read = languages.map(
    (language) => [language, filled(readYaml(fileOf(language), shape), language)] as const,
  );
  return Object.fromEntries(read) as Record<Language, Words>;
}

/** The same words, each sentence as the label of this process says it. */
function filled<Words>(words: Words, language: Language): Words {
  return JSON.parse(JSON.stringify(words), (_, value) =>
    typeof value === 'string' ? fillTokens(value, language) : value,
  );
}

type Names<List extends string> = List extends `${infer First} ${infer Others}`
  ? First | Names<Others>
  : List;

/** The shape of a file of sentences, from their names between spaces. */
export function sentences<const Lists extends readonly string[]>(...names: Lists) {
  const shape = Object.fromEntries(
    names.flatMap((list) => list.split(' ')).map((name) => [name, z.string()]),
  );
  return z.strictObject({ reviewed: z.boolean(), ...(shape as Record<Names<Lists[number]>, z.ZodString>) });
}

/** A sentence with its `{names}` replaced; throws for a name that has no value. */
export function fillIn(sentence: string, values: Readonly<Record<string, string | undefined>>): string {
  return sentence.replace(/\{(\w+)\}/gu, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {${name}} in "${sentence}"`);
    return value;
  });
}
