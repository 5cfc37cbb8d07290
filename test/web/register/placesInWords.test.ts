import { expect } from 'chai';
import { entryNumbered, insertEntries } from '../../support/samples/insertEntries.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const at = (postcode: string, commune: string) => ({ organisation: { postcode, commune } });

const entries = [
  entryNumbered(1, {
    name: 'Boulangerie du Pétrin',
    offers: [
      'Pain au levain',
      { name: 'Cours de cuisine', sheet: 'Vous faites vous-même un pain.' },
      'Brioches',
    ],
    ...at('1205', 'Genève'),
  }),
  entryNumbered(2, { name: 'Le Four de Nyon', offers: ['Pain de seigle'], ...at('1260', 'Nyon') }),
  entryNumbered(3, { name: 'Vélo Carouge', offers: ['Réparation de vélos'], ...at('1219', 'Châtelaine') }),
  entryNumbered(4, { name: 'La Cuve', offers: ['Bière artisanale'], ...at('1227', 'Carouge') }),
  entryNumbered(5, {
    name: 'Le Relais',
    offers: ['Vieux pains'],
    state: 'withdrawn',
    ...at('1227', 'Carouge'),
  }),
  entryNumbered(6, { name: 'Le Lignon roule', offers: ['Vélos loués'], ...at('1219', 'Le Lignon') }),
];

/** What is typed, the language of the page, the labels that are found, and where they were looked for; null for words alone. */
const queries = [
  ['pain 1204', 'fr', [1], '1204 Genève', '2'],
  ['1204', 'fr', [1], '1204 Genève', '2'],
  ['1204 pain', 'fr', [1], '1204 Genève', '2'],
  ['pain 1204 Genève', 'fr', [1], '1204 Genève', '2'],
  ['pain à Genève', 'fr', [1], 'Genève', '5'],
  ['pain près de Carouge', 'fr', [1], 'Carouge', '2'],
  ['Genève', 'fr', [1, 4, 3, 6], 'Genève', '5'],
  ['genf', 'de', [1, 4, 3, 6], 'Genève', '5'],
  ['pain in Genf', 'de', [1], 'Genève', '5'],
  ['pain 1204', 'de', [1], '1204 Genève', '2'],
  ['pain a Ginevra', 'it', [1], 'Genève', '5'],
  ['pain vicino a Nyon', 'it', [2], 'Nyon', '2'],
  ['pain near Geneva', 'en', [1], 'Genève', '5'],
  ['bread 1204', 'en', [], '1204 Genève', '2'],
  ['vélos Plan les Ouates', 'fr', [], 'plan-les-ouates', '2'],
  ['pain', 'fr', [1, 2], null, ''],
  // A name has all the words: nobody asks for a place.
  ['Vélo Carouge', 'fr', [3], null, ''],
  ['four nyon', 'fr', [2], null, ''],
  // Nothing lies around the commune of Bière.
  ['bière', 'fr', [4], null, ''],
  ['bière artisanale', 'fr', [4], null, ''],
  ['"pain 1205"', 'fr', [1], null, ''],
  ['pain 99999', 'fr', [], null, ''],
  ['www.carouge.example', 'fr', [], null, ''],
] as const;

describe('places among the words of a search', () => {
  let web: TestWeb;
  let visitor: Browser;
  before(async () => {
    web = await testWeb('places-in-words');
    visitor = await web.browser();
    await insertEntries(web.connection, entries);
  });
  after(() => web.stop());

  const page = async (search: string, language = 'fr') =>
    (await visitor.get(`/${language}/register?${search}`)).text;
  const numbers = (text: string) => [
    ...new Set([...text.matchAll(/labels\/MIE-26-(\d{5})/g)].map(([, number]) => Number(number))),
  ];
  const names = (text: string) =>
    [...text.matchAll(/<h3 class="offer__name"><a [^>]*>([^<]*)/g)].map(([, name]) => name);
  const count = (text: string) => /<h2 class="count"[^>]*>([^<]*)/.exec(text)?.[1];

  for (const [typed, language, found, place, within] of queries)
    it(`reads "${typed}" (${language})`, async () => {
      const text = await page(String(new URLSearchParams({ q: typed })), language);
      expect(numbers(text).toSorted()).to.deep.equal([...found].toSorted());
      const shown = /name="place"[^>]*value="([^"]*)"/.exec(text)?.[1] ?? '';
      const [postcode = ''] = place?.match(/^\d+/) ?? [];
      expect(shown).to.equal(postcode || (place ?? ''));
      if (place === null) return;
      expect(text).to.include(`<option value="${within}" selected>`);
      // The words as they are stay one click away.
      expect(text).to.include(`q=${new URLSearchParams({ q: `"${typed}"` }).toString().slice(2)}"`);
    });

  it('shows the offers that say the word, by name before those whose sheet says it', async () => {
    expect(names(await page('q=pain'))).to.have.members(['Pain au levain', 'Pain de seigle']);
    expect(names(await page('q=cours+cuisine'))).to.deep.equal(['Cours de cuisine']);
    expect(names(await page('q=petrin'))).to.have.length(3);
    expect(names(await page('q=petrin+brioche'))).to.deep.equal(['Brioches']);
  });

  for (const [language, expected] of [
    ['fr', ['3 offres de 1 label', '2 offres de 2 labels', 'Aucune offre trouvée']],
    ['de', ['3 Angebote von 1 Label', '2 Angebote von 2 Labels', 'Kein Angebot gefunden']],
    ['it', ['3 offerte di 1 label', '2 offerte di 2 label', 'Nessuna offerta trovata']],
    ['en', ['3 offers of 1 label', '2 offers of 2 labels', 'No offer found']],
  ] as const)
    it(`counts the offers that it lists (${language})`, async () => {
      const asked = ['q=petrin', 'q=pain', 'q=xyzxyz'];
      const texts = await Promise.all(asked.map((search) => page(search, language)));
      expect(texts.map(count)).to.deep.equal(expected);
    });

  it('counts for each place and commune what their lists show', async () => {
    const { text } = await visitor.get('/fr/register/places');
    const listed = [
      ...text.matchAll(/href="([^"]*)">[^<]*<\/a> <span class="facet__count">(\d+)</g),
      ...text.matchAll(/class="map__mark" href="([^"]*)" aria-label="[^"]*: (\d+) label/g),
    ].map(([, href = '', labels]) => ({ href: href.replaceAll('&amp;', '&'), labels: Number(labels) }));
    const lists = listed.filter(({ href }) => href.startsWith('/fr/register?'));
    expect(lists.length).to.be.greaterThan(9);
    for (const { href, labels } of lists)
      expect(numbers((await visitor.get(href)).text).length, href).to.equal(labels);
  });
});
