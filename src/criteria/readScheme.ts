import { createHash } from 'node:crypto';
import { bindingLanguage } from '../profile/profile.ts';
import { checkScheme } from './checkScheme.ts';
import { checkShape } from './checkShape.ts';
import { checkText } from './checkText.ts';
import { type Language, languages, type PublishedScheme, type SchemeText } from './scheme.ts';
import { SchemeError, type SchemeFault } from './schemeError.ts';
import { schemeShape } from './schemeShape.ts';
import { readSource, type SourceFile, type SourceText } from './sourceFile.ts';
import { textShape } from './textShape.ts';

const nameOf = (path: string): string => path.split('/').at(-1) ?? path;
const textName = (language: Language): string => `text.${language}.yaml`;

function checkFiles(files: readonly SourceText[]): SchemeFault[] {
  const wanted = ['scheme.yaml', ...languages.map(textName)];
  const names = files.map((file) => nameOf(file.path));
  const fault = (code: 'missingFile' | 'unknownFile', file: string): SchemeFault => ({
    code,
    file,
    line: 1,
    detail: nameOf(file),
  });
  return [
    ...wanted.filter((name) => !names.includes(name)).map((name) => fault('missingFile', name)),
    ...files
      .filter((file) => !wanted.includes(nameOf(file.path)))
      .map((file) => fault('unknownFile', file.path)),
  ];
}

/** A folder named like a version must hold that version: a copied folder whose version was not raised is caught here. */
function checkFolder(source: SourceFile, version: string): SchemeFault[] {
  const folder = source.path.split('/').at(-2) ?? '';
  return /^\d+\.\d+\.\d+$/.test(folder) && folder !== version
    ? [source.fault('wrongFolder', ['version'], `${folder}: ${version}`)]
    : [];
}

/**
 * Reads the files of one version: scheme.yaml and a text.<language>.yaml for each language, complete. Throws one
 * SchemeError with every fault; what ties the files together is looked at once each of them has its shape.
 */
export function readScheme(files: readonly SourceText[]): PublishedScheme {
  const faults = checkFiles(files);
  const open = (name: string): SourceText | undefined => files.find((file) => nameOf(file.path) === name);
  const schemeFile = open('scheme.yaml');
  if (schemeFile === undefined) throw new SchemeError(faults);
  const source = readSource(schemeFile);
  const { content: scheme, faults: shapeFaults } = checkShape(schemeShape, source, 'missingKey');
  faults.push(...shapeFaults);
  if (scheme !== null) faults.push(...checkScheme(scheme, source), ...checkFolder(source, scheme.version));

  const texts: Partial<Record<Language, SchemeText>> = {};
  for (const language of languages) {
    const file = open(textName(language));
    if (file === undefined) continue;
    const textSource = readSource(file);
    const { content, faults: textFaults } = checkShape(textShape, textSource, 'missingText');
    faults.push(...textFaults);
    if (content === null) continue;
    if (scheme !== null) faults.push(...checkText(scheme, content, textSource));
    texts[language] = { language, ...content };
  }
  if (faults.length > 0 || !scheme || !isComplete(texts)) throw new SchemeError(faults);
  const binding = open(textName(bindingLanguage))?.text ?? '';
  const rules = rulesOf(schemeFile.text, binding);
  return { scheme, texts, rules, digest: createHash('sha256').update(rules).digest('hex') };
}

function isComplete(texts: Partial<Record<Language, SchemeText>>): texts is Record<Language, SchemeText> {
  return languages.every((language) => texts[language] !== undefined);
}

/** What binds is the rules and their wording in the language that binds; the status line says only where the version stands in its life. */
function rulesOf(scheme: string, wording: string): string {
  return `${scheme.replace(/^status: .*$/m, 'status:')}\0${wording}`;
}
