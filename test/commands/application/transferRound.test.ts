// Tier: all. Budget: 8 s.
import { expect } from 'chai';
import fc from 'fast-check';
import {
  type AnswersFile,
  answersFileShape,
} from '../../../src/commands/application/transfer/answersFile.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { readTable } from '../../../src/intake/readTable.ts';
import { answerRows, levelRows } from '../../../src/web/views/table.view.ts';
import { csvOf, xlsxOf } from '../../../src/web/views/writeTable.ts';
import { realScheme } from '../../support/samples/realScheme.ts';
import { anyAnswers, outcomeOf, planned } from '../../support/transfer.ts';

const i18n = createI18n();
const published = realScheme();

/** An answer that says nothing is no answer. */
function saying(file: AnswersFile): AnswersFile {
  const says = ({ level, na, evidence, comment }: AnswersFile['answers'][number]) =>
    level !== null || na || evidence !== '' || comment !== '';
  const place = <Place extends Pick<AnswersFile, 'answers'>>(given: Place) => ({
    ...given,
    answers: given.answers.filter(says),
  });
  return { ...place(file), offers: file.offers.map(place) };
}

/** Written in one language, read back, taken up into an empty working copy. */
async function back(bytes: Buffer, ending: string): Promise<AnswersFile> {
  return outcomeOf(planned(await readTable(bytes, ending, 2004)));
}

describe('answers that are exported and imported', () => {
  const rows = (file: AnswersFile, language: (typeof languages)[number]) =>
    answerRows(file, published, i18n[language]);

  it('survive a round trip through JSON', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswers, async (file) => {
        expect(answersFileShape.parse(file)).to.deep.equal(file);
        expect(await back(Buffer.from(JSON.stringify(file, null, 2)), 'json')).to.deep.equal(saying(file));
      }),
      { numRuns: 60 },
    );
  });

  it('survive a round trip through CSV in every language', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswers, fc.constantFrom(...languages), async (file, language) => {
        const bytes = csvOf(rows(file, language), language);
        expect(bytes.subarray(0, 3).toString('hex')).to.equal('efbbbf');
        expect(await back(bytes, 'csv')).to.deep.equal(saying(file));
      }),
      { numRuns: 60 },
    );
  });

  it('survive a round trip through XLSX', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswers, async (file) => {
        const bytes = await xlsxOf([
          { name: 'Réponses', rows: rows(file, 'fr') },
          { name: 'Niveaux', rows: levelRows(published, i18n.fr) },
        ]);
        expect(await back(bytes, 'xlsx')).to.deep.equal(saying(file));
      }),
      { numRuns: 60 },
    );
  });

  it('contain no cell that a spreadsheet would run as a formula', () => {
    fc.assert(
      fc.property(anyAnswers, (file) => {
        const cells = rows(file, 'fr').flat();
        expect(cells.filter((cell) => /^[=+\-@＝＋－＠\t\r]/.test(String(cell)))).to.deep.equal([]);
      }),
      { numRuns: 60 },
    );
  });
});
