import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { languages } from '../../src/criteria/scheme.ts';
import { createI18n } from '../../src/i18n/i18n.ts';
import { pdfActions } from '../../src/intake/pdfActive.ts';

const folder = new URL('../../src/intake/', import.meta.url);
const code = readdirSync(folder)
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');
/** Every fault that the intake throws, as its files name it. */
const thrown = [...new Set([...code.matchAll(/refuse\(\s*'(\w+)'/g)].map(([, fault = '']) => fault))];
const told = {
  max: 20,
  format: 'PDF',
  other: 'ZIP',
  extension: 'exe',
  virus: 'Specimen',
  found: 'script',
  line: 2,
  min: 300,
};

describe('intake/refuse', () => {
  const i18n = createI18n();
  for (const language of languages) {
    it(`has a message for every fault in ${language}, and one for each active feature of a PDF`, () => {
      const { t, tOf } = i18n[language];
      const sentences = thrown.map((fault) => tOf(`faults.${fault}`, told));
      expect(new Set(sentences).size).to.equal(thrown.length).above(25);
      const active = pdfActions.map((found) => t('faults.pdfActive', { found }));
      expect(new Set(active).size).to.equal(pdfActions.length);
    });
  }
});
