import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { schemeFiles, schemeText } from '../src/boot/loadSchemes.ts';
import { readBuildCache } from '../src/buildCache.ts';
import { readScheme } from '../src/criteria/readScheme.ts';
import { languages } from '../src/criteria/scheme.ts';
import { localeFiles, readLocale, textOf } from '../src/i18n/loadLocales.ts';
import { parseYaml } from '../src/parseYaml.ts';
import { schemeNames } from '../src/profile/schemeNames.ts';

describe('the build cache', () => {
  /** What the build left beside its programs. */
  let built: typeof import('../src/buildCache.ts');
  before(async () => {
    built = await import(new URL('../dist/buildCache.js', import.meta.url).href);
  });

  for (const folder of ['criteria', 'templates']) {
    it(`contains the YAML of ${folder} as parsed`, async () => {
      const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml'));
      expect(names.length).to.be.greaterThan(5);
      for (const name of names) {
        const text = await readFile(join(folder, name), 'utf8');
        expect(built.readBuildCache(text), name).to.deep.equal(parse(text));
        expect(readBuildCache(text)).to.equal(undefined);
      }
    });
  }

  it('contains the messages of each language', () => {
    const folder = new URL('../templates/locales/', import.meta.url);
    for (const language of languages) {
      const files = localeFiles(folder, language);
      expect(built.readBuildCache(textOf(files)), language).to.deep.equal(readLocale(files, language));
    }
  });

  it('contains each checked criteria version', async () => {
    for (const files of await schemeFiles()) {
      expect(built.readBuildCache(schemeText(files))).to.deep.equal(readScheme(files));
      const copied = files.map(({ path, text }) => ({ path: path.replace('/1.', '/9.'), text }));
      expect(built.readBuildCache(schemeText(copied)), 'a copied folder').to.equal(undefined);
    }
  });

  it('contains the versions of every scheme, which a process of that scheme reads', async () => {
    for (const scheme of schemeNames())
      for (const files of await schemeFiles(join('criteria', scheme)))
        expect(built.readBuildCache(schemeText(files)), scheme).to.have.nested.property('scheme.id', scheme);
  });

  it('does not contain other texts, which are parsed', () => {
    expect(built.readBuildCache('a: [1, two]')).to.equal(undefined);
    expect(parseYaml('a: [1, two]')).to.deep.equal({ a: [1, 'two'] });
    expect(() => parseYaml('a: [')).to.throw();
  });
});
