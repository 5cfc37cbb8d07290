import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { languages } from '../../src/criteria/scheme.ts';
import { fillTokens } from '../../src/i18n/fillTokens.ts';

/** Words of Made in ESS alone, its region, its law and its money: they stand in its folder. */
const own = new RegExp(
  [
    ...[
      'Gen[èe]v',
      'Genf(?!u)',
      'Ginevr',
      'genevois',
      'Nyon',
      'Made[ -]in[ -]ESS',
      '\\bMIE\\b',
      '\\bSIG\\b',
      'Suisse',
      'suisse',
    ],
    ...[
      'Schweiz',
      'Svizzer',
      'svizzer',
      'Swiss',
      'Switzerland',
      '\\bCHE-',
      '\\bUID\\b',
      '\\bIDI\\b',
      'SIREN',
      'SIRET',
    ],
    ...[
      'Léman',
      'léman',
      '\\bLPD\\b',
      '\\bLPDP\\b',
      '\\bDSG\\b',
      '\\bfrancs\\b(?!\\x27)',
      '\\bFranken\\b',
      '\\bfranchi\\b',
    ],
  ].join('|'),
);
/** Which words mean the same in every language; it is read by test/i18n/terms.test.ts alone. */
const glossary = 'templates/locales/terms.yaml';

const below = (folder: string, ending: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name) && !name.endsWith('messages.d.ts'))
    .map((name) => `${folder}/${name}`);

describe('words of a label', () => {
  it('stand in its own folder, never in what all labels share', () => {
    const shared = [
      ...below('templates/locales', /\.yaml$/),
      ...below('templates', /words\.\w+\.yaml$/),
      ...below('templates/pages', /\.ts$/),
      ...below('templates/assets', /\.(js|scss)$/),
    ];
    const wrong = shared.flatMap((path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .flatMap((line, i) => (own.test(line) ? [`${path}:${i + 1} ${own.exec(line)?.[0]}`] : [])),
    );
    expect(wrong.filter((one) => !one.startsWith(glossary))).to.deep.equal([]);
  });

  it('take the place of their tokens, which are no placeholders', () => {
    expect(fillTokens('%label% %example%, %currency%: %strapline1%', languages[0])).to.equal(
      'Made in ESS MIE-26-00042-D, CHF: Fait par l’économie sociale',
    );
    expect(() => fillTokens('%nobody%', languages[0])).to.throw('%nobody%');
    expect(fillTokens('60 % des heures, 80 %', languages[0])).to.equal('60 % des heures, 80 %');
  });
});
