import { deflateRawSync } from 'node:zlib';
import { expect } from 'chai';
import { xlsxOf } from '../../../src/web/views/writeTable.ts';
import { relationships, xlsx } from '../../intake/support/zipFile.ts';
import { tokenIn } from '../../support/web.ts';
import {
  type OpenDraft,
  type WebWithApplicants,
  webWithApplicants,
} from '../../support/webWithApplicants.ts';

const head = 'kind;offer;id;value;na;evidence;comment';
const csv = (...lines: readonly string[]) => Buffer.from([head, ...lines, ''].join('\n'));
const json = (more: object) =>
  Buffer.from(
    JSON.stringify({ format: 'made-in-ess/answers', formatVersion: 1, criteriaVersion: '1.0.0', ...more }),
  );
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

/** Files that are refused whole: what they are, the file, its name, and a piece of the sentence. */
const whole: readonly (readonly [string, () => Buffer | Promise<Buffer>, string, string])[] = [
  ['nothing', () => Buffer.alloc(0), 'a.csv', 'Ce fichier est vide'],
  ['more than 2 MB in one cell', () => csv(`fact;;F01;"${'a'.repeat(10_000_000)}"`), 'a.csv', '2 Mo au plus'],
  [
    'a cell of a megabyte',
    () => csv(`answer;;GOU-01;;;;"${'a'.repeat(1_000_000)}"`),
    'a.csv',
    'trop compliqué',
  ],
  ['a quote left open', () => csv('answer;;GOU-01;;;;"sans fin'), 'a.csv', 'guillemet'],
  ['a quote in the middle', () => csv('answer;;GOU-01;;;;"a"b'), 'a.csv', '(ligne 2)'],
  ['a NUL', () => csv('fact;;F01;1\0;;;'), 'a.csv', 'caractères illisibles'],
  ['other columns', () => Buffer.from('a;b\n1;2\n'), 'a.csv', 'La colonne « a »'],
  ['a column less', () => Buffer.from('kind;id\nfact;F01\n'), 'a.csv', 'Il manque des colonnes'],
  ['a column twice', () => Buffer.from('kind;id;value;value\n'), 'a.csv', 'ou s’y trouve deux fois'],
  [
    '2,100 lines',
    () => csv(...Array.from({ length: 2100 }, () => 'fact;;F01;1;;;')),
    'a.csv',
    'trop de lignes',
  ],
  [
    'JSON cut off',
    () => Buffer.from('{"format":"made-in-ess/answers",'),
    'a.json',
    'ne se lit pas jusqu’au bout',
  ],
  ['JSON of something else', () => Buffer.from('[1]'), 'a.json', 'ne vient pas d’un export'],
  [
    'JSON of a million levels',
    () => Buffer.from('['.repeat(500_000) + ']'.repeat(500_000)),
    'a.json',
    'trop profondément',
  ],
  ['JSON of levels left open', () => Buffer.from('['.repeat(1_000_000)), 'a.json', 'jusqu’au bout'],
  [
    'JSON of quotes that never end',
    () => Buffer.from(`{"${'\\"'.repeat(100_000)}`),
    'a.json',
    'jusqu’au bout',
  ],
  [
    'JSON of a long key over many members',
    () => {
      const members = Array.from({ length: 20_000 }, (_, i) => `"${i}":1`);
      return Buffer.from(`{"${'a'.repeat(100_000)}":{${members}}}`);
    },
    'a.json',
    `« ${'a'.repeat(40)} »`,
  ],
  [
    'JSON of more values than lines',
    () => json({ facts: Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [i, 1])) }),
    'a.json',
    'trop de lignes',
  ],
  ['JSON of another form', () => json({ formatVersion: 2 }), 'a.json', 'd’un autre format (2)'],
  ['other criteria', () => json({ criteriaVersion: '9.9.9' }), 'a.json', 'critères inconnus ici (9.9.9)'],
  [
    '__proto__',
    () => Buffer.from(`${json({}).toString().slice(0, -1)},"__proto__":{"a":1}}`),
    'a.json',
    '« __proto__ »',
  ],
  ['a key of ours elsewhere', () => json({ revision: 3 }), 'a.json', '« revision »'],
  ['a list that is none', () => json({ answers: { a: 1 } }), 'a.json', 'n’a pas sa place'],
  ['a PDF', () => Buffer.from('%PDF-1.7\n\u0000\u0001'), 'a.pdf', 'Choisissez un fichier JSON, CSV ou XLSX'],
  ['a workbook that is broken', () => xlsx(), 'a.xlsx', 'se lit pas jusqu’au bout'],
  ['a workbook with macros', () => xlsx([{ name: 'xl/vbaProject.bin', content: 'x' }]), 'a.xlsx', 'macros'],
  [
    'a workbook that fetches',
    () => xlsx([relationships(['externalLink', 'http://a.example/b'])]),
    'a.xlsx',
    'ailleurs',
  ],
  [
    'a workbook that bursts',
    () => xlsx([{ name: 'xl/media/a.bin', content: Buffer.alloc(210 * 1024 * 1024) }]),
    'a.xlsx',
    'trop grand une fois ouvert',
  ],
  [
    'a workbook of 3,000 rows',
    () => xlsxOf([{ name: 'a', rows: Array.from({ length: 3000 }, () => ['fact', 'F01', 1]) }]),
    'a.xlsx',
    'trop de lignes',
  ],
  [
    'a workbook named CSV',
    () => xlsxOf([{ name: 'a', rows: [['kind']] }]),
    'a.csv',
    'le contenu est du XLSX',
  ],
];

/** Lines that are refused, with their sentence. */
const lines: readonly (readonly [string, string])[] = [
  ['answer;;GOU-01;4,5;;;', '« 4,5 » n’est pas un niveau de 0 à 4.'],
  ['answer;;GOU-01;cinq;;;', '« cinq » n’est pas un niveau de 0 à 4.'],
  ['answer;;GOU-01;;peut-être;;', '« peut-être » ne dit ni oui ni non'],
  ['answer;;XXX-01;3;;;', 'Le critère XXX-01 n’existe pas.'],
  ['answer;;__proto__;3;;;', 'Le critère __proto__ n’existe pas.'],
  ['fact;;F99;3;;;', 'Le chiffre F99 n’existe pas.'],
  ['fact;;F01;beaucoup;;;', '« beaucoup » n’est pas un nombre.'],
  ['fact;;F01;-3;;;', 'negative'],
  ['fact;;F01;;;;', 'La ligne ne donne aucun chiffre.'],
  ['fact;;F01;1.240;;;', '1.240'],
  ['fact;3;O01;12;;;', 'Le fichier ne décrit pas cette offre (3).'],
  ['fact;;O01;12;;;', 'Ne va qu’avec une offre.'],
  ['offer;1;name;Pain;;;', 'Il manque une ligne de cette offre'],
  ['offer;1;colour;Pain;;;', '« colour » ne fait pas partie d’une offre.'],
  ['offre;1;name;Pain;;;', '« offre » n’est pas une sorte de ligne.'],
  [`answer;;GOU-01;3;;${'a'.repeat(201)};`, '200'],
];

describe('refused import files', () => {
  let web: WebWithApplicants;
  let draft: OpenDraft;
  let token: string;
  before(async () => {
    web = await webWithApplicants('web-transfer-refusals');
    draft = await web.emptyDraft();
    token = tokenIn((await draft.browser.get(`${draft.at}/import`)).text);
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  /** The answer, its no-break spaces as others. */
  const look = async (bytes: Buffer, filename: string) => {
    const { status, text } = await draft.browser.parts(
      `${draft.at}/import`,
      (form) => form.field('mode', 'replace').attach('file', bytes, { filename }),
      token,
    );
    return { status, text: text.replaceAll('\u00a0', ' ') };
  };

  for (const [what, make, name, sentence] of whole) {
    it(`says what is wrong with ${what}, and stores nothing`, async () => {
      const before = await web.storedState();
      const { status, text } = await look(await make(), name);
      expect([status, text.includes('class="govuk-error-summary')]).to.deep.equal([422, true]);
      expect(text).to.include(sentence);
      expect(await web.storedState()).to.equal(before);
    });
  }

  for (const [line, sentence] of lines) {
    it(`names the line that is refused: "${line.slice(0, 40)}"`, async () => {
      const { status, text } = await look(csv('fact;;F02;1;;;', line), 'a.csv');
      expect(status).to.equal(200);
      expect(text).to.match(/ligne 3/);
      if (sentence === 'negative') expect(text).to.include('1 ligne est refusée');
      else expect(text).to.include(sentence);
      expect(text, 'the other line can be taken').to.include('Reprendre cette ligne');
    });
  }

  it('refuses the second of two equal lines, and names the first', async () => {
    const { text } = await look(csv('fact;;F01;1;;;', 'fact;;F01;2;;;'), 'a.csv');
    expect(text).to.include('La ligne 2 dit déjà la même chose.');
  });

  it('finds the line of JSON on which an answer begins', async () => {
    const answers = [
      { criterion: 'GOU-01', level: 3, na: false, evidence: '', comment: '' },
      { criterion: 'GOU-02', level: 7, na: false, evidence: '', comment: '{"[\\' },
      { criterion: 'GOU-03', level: { a: 1 }, na: false, evidence: '', comment: '' },
    ];
    const bytes = Buffer.from(JSON.stringify(JSON.parse(json({ answers }).toString()), null, 1));
    const { text } = await look(bytes, 'a.json');
    expect(text).to.include('ligne 13</span>').and.include('« 7 » n’est pas un niveau');
    expect(text).to.include('ligne 20</span>').and.include('« {} » n’est pas un niveau');
  });

  for (const [what, bytes] of [
    ['UTF-8 without its mark', csv('answer;;GOU-01;3;;;"Été; d’été"')],
    ['UTF-16, by tabs', utf16(`${head.replaceAll(';', '\t')}\nanswer\t\tGOU-01\t3\t\t\tÉté; d’été\n`)],
    ['Windows-1252', Buffer.from(`${head}\nanswer;;GOU-01;3;;;"Été; d\u0092été"\n`, 'latin1')],
    [
      'UTF-8 with commas',
      Buffer.from(`\ufeff${head.replaceAll(';', ',')}\r\nanswer,,GOU-01,3,,,Été; d’été\r\n`),
    ],
    [
      'a table that says its separator',
      Buffer.from(`sep=|\n${head.replaceAll(';', '|')}\nanswer||GOU-01|3|||Été; d’été\n`),
    ],
  ] as const) {
    it(`reads ${what}`, async () => {
      const { text } = await look(bytes, 'a.csv');
      expect(text).to.include('Été; d’été').and.include('Reprendre cette ligne');
    });
  }

  it('refuses tampered packages that would expand or nest', async () => {
    for (const content of [
      Buffer.alloc(20_000_000, 'a'),
      Buffer.from('['.repeat(100_000)),
      Buffer.from('{}'),
    ]) {
      const lines = deflateRawSync(content).toString('base64url');
      const form = new URLSearchParams({ csrf: token, mode: 'fill', revision: '1', lines });
      const { status } = await draft.browser.send(`${draft.at}/import/take`, 'form', form.toString());
      expect(status).to.equal(400);
    }
  });
});
