import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { readScheme } from '../src/criteria/readScheme.ts';
import { languages } from '../src/criteria/scheme.ts';
import { schemeFiles, schemeText } from '../src/loadSchemes.ts';
import { known, parseYaml } from '../src/parseYaml.ts';
import { localeFiles, readLocale, textOf } from '../src/words/loadLocales.ts';

/** What the build left beside its programs. */
const built: typeof import('../src/parseYaml.ts') = await import(
  new URL('../dist/parseYaml.js', import.meta.url).href
);

describe('YAML', () => {
  for (const folder of ['criteria', 'templates']) {
    it(`of ${folder} is known to the build as it stands`, async () => {
      const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml'));
      expect(names.length).to.be.greaterThan(5);
      for (const name of names) {
        const text = await readFile(join(folder, name), 'utf8');
        expect(built.known(text), name).to.deep.equal(parse(text));
        expect(known(text)).to.equal(undefined);
      }
    });
  }

  it('of each language is known to the build as the words that it makes', () => {
    const folder = new URL('../templates/locales/', import.meta.url);
    for (const language of languages) {
      const files = localeFiles(folder, language);
      expect(built.known(textOf(files)), language).to.deep.equal(readLocale(files, language));
    }
  });

  it('of each criteria version is known to the build as what it says, checked', async () => {
    for (const files of await schemeFiles('criteria')) {
      expect(built.known(schemeText(files))).to.deep.equal(readScheme(files));
      const copied = files.map(({ path, text }) => ({ path: path.replace('/1.', '/9.'), text }));
      expect(built.known(schemeText(copied)), 'a copied folder').to.equal(undefined);
    }
  });

  it('that the build did not know is read', () => {
    expect(built.parseYaml('a: [1, two]')).to.deep.equal({ a: [1, 'two'] });
    expect(() => parseYaml('a: [')).to.throw();
  });
});
