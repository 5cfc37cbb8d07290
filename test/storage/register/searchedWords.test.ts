import { expect } from 'chai';
import { readWords } from '../../../src/commands/register/readWords.ts';
import { searchRegister } from '../../../src/commands/register/searchRegister.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { entryNumbered, insertEntries } from '../../support/samples/insertEntries.ts';

const german = (n: number, offers: readonly string[]) =>
  entryNumbered(n, { name: 'Hof', offers, language: 'de', acceptsLeman: false });
const saint = (n: number, commune: string) =>
  entryNumbered(n, { name: 'La Ferme', offers: ['Cidre'], organisation: { commune }, acceptsLeman: false });

const entries = [
  german(1, ['Brot', 'Ziegenkäse']),
  german(2, ['Roggenbrot']),
  german(3, ['Kleine Geschenke', 'Schweinefleisch']),
  entryNumbered(4, { name: 'Le Four', offers: ['Pain'], organisation: { commune: 'Genève' } }),
  entryNumbered(5, { name: 'Radio du Léman', offers: ['Commerce équitable'], acceptsLeman: false }),
  saint(6, 'Saint-Julien-en-Genevois'),
  saint(7, 'St-Cergue'),
  saint(8, 'Sainte-Croix'),
  entryNumbered(9, { name: 'Épicerie', offers: ['Apfelsaft'] }),
];

describe('matching words of a search', () => {
  let service: TestService;
  before(async () => {
    service = await testService('searched-words');
    await insertEntries(service.connection, entries);
  });
  after(() => service.stop());

  const numbers = async (text: string) => {
    const asked = { page: null, counted: false };
    const answer = await searchRegister(service.deps, { text }, asked);
    return answer.entries.map(({ number }) => Number(number.slice(7, 12)));
  };
  const instead = async (text: string) => (await readWords(service.deps, text)).map((word) => word.instead);

  it('finds a German word at the end of a compound', async () => {
    expect(await numbers('Käse')).to.deep.equal([1]);
    expect(await numbers('Brot'), 'beside the word itself').to.deep.equal([2, 1]);
    expect(await numbers('Brote Käse'), 'every word of several').to.deep.equal([1]);
    expect(await numbers('fleisch')).to.deep.equal([3]);
    expect([await numbers('wein'), await numbers('rot')], 'no end of a word').to.deep.equal([[], []]);
    expect(await numbers('table'), 'not in other languages').to.deep.equal([]);
  });

  it('finds a word that existed in French before a German label used it', async () => {
    expect(await numbers('Saft')).to.deep.equal([]);
    await insertEntries(service.connection, [german(10, ['Apfelsaft'])]);
    expect(await numbers('Saft')).to.deep.equal([10, 9]);
    await insertEntries(service.connection, [german(10, ['Salz'])]);
  });

  it('finds a saint under any abbreviation', async () => {
    for (const text of ['St-Julien', 'St Julien', 'st. julien', 'Saint-Julien', 'Sankt Julien'])
      expect(await numbers(text), text).to.deep.equal([6]);
    for (const text of ['Saint-Cergue', 'St-Cergue']) expect(await numbers(text), text).to.deep.equal([7]);
    expect(await numbers('Ste-Croix')).to.deep.equal([8]);
  });

  it('finds Geneva in every language', async () => {
    for (const text of ['Genf', 'Ginevra', 'Geneva', 'GENEVE'])
      expect(await numbers(text), text).to.deep.equal([4]);
  });

  it('finds the local currency, after names that contain it', async () => {
    expect(await numbers('léman')).to.deep.equal([5, 9, 4]);
    expect(await numbers('pain leman')).to.deep.equal([4]);
    expect(await numbers('monnaie léman')).to.deep.equal([9, 4]);
  });

  it('corrects a typo to the intended word, not to an everyday one', async () => {
    expect(await instead('brod')).to.deep.equal(['brot']);
    expect(await instead('pian')).to.deep.equal(['pain']);
    expect(await instead('ziegnekase equitabel')).to.deep.equal(['ziegenkäse', 'équitable']);
    expect(await instead('kleider main')).to.deep.equal([null, null]);
  });
});
