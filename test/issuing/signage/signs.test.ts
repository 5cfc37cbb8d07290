import { expect } from 'chai';
import type { SignPaper } from '../../../src/commands/ports/issuingPorts.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { LabelError } from '../../../src/errors.ts';
import { makeSigns } from '../../../src/issuing/signage/makeSigns.ts';
import { readPdf, wordsOf } from '../readPdf.ts';

const manyOffers = Array.from(
  { length: 30 },
  (_, i) => `Offre spécimen n° ${i + 1}, livrée dans les communes`,
);

function sample(change: Partial<SignPaper> = {}): SignPaper {
  return {
    number: 'MIE-26-00042-D',
    organisation: 'Boulangerie Spécimen, coopérative',
    offers: ['Pain au levain de blé genevois', 'Ateliers de boulangerie pour écoles'],
    standing: 'clean',
    until: '2029-10-31',
    address: 'https://label.example/labels/MIE-26-00042-D',
    language: 'fr',
    specimen: false,
    createdAt: '2026-11-24T09:00:00.000Z',
    ...change,
  };
}

const secret = 'zSecret';

const texts = async (change: Partial<SignPaper> = {}): Promise<string[]> =>
  (await makeSigns(sample(change), secret)).map(({ bytes }) => wordsOf(bytes));

describe('issuing/signs', () => {
  it('refuse a character that the typefaces lack, naming field and character', async () => {
    const refusal = (change: Partial<SignPaper>) =>
      makeSigns(sample(change), secret).then(
        () => null,
        (error: unknown) => (error instanceof LabelError ? error.faults : error),
      );
    expect(await refusal({ organisation: 'Atelier 合' })).deep.equal([
      { field: 'organisation', code: 'characterNotPrintable', params: { character: '合' } },
    ]);
    expect(await refusal({ offers: ['Pain', 'Jardin 🌱'] })).deep.equal([
      { field: 'offers.1', code: 'characterNotPrintable', params: { character: '🌱' } },
    ]);
  });

  it('come for a door, A4 and A6, and for a stand, one page each', async () => {
    const made = await makeSigns(sample({ offers: manyOffers }), secret);
    expect(made.map(({ kind }) => kind)).deep.equal(['doorSignA4', 'doorSignA6', 'standSign']);
    const boxes = made.map(({ bytes, contentType }) => {
      expect(contentType).equal('application/pdf');
      const pdf = readPdf(bytes);
      expect(pdf.pages).lengthOf(1);
      return /\/MediaBox \[0 0 ([\d.]+ [\d.]+)\]/.exec(pdf.with('/Type /Page\n')[0]?.head ?? '')?.[1];
    });
    expect(boxes).deep.equal(['595.28 841.89', '297.64 419.53', '595.28 419.53']);
  });

  it('say who, for what, the number, until when, and where to check', async () => {
    for (const text of await texts({ standing: 'provisional' })) {
      for (const said of [
        'Made in ESS',
        'Boulangerie Spécimen, coopérative',
        'porte le label pour ces offres',
        'Pain au levain de blé genevois',
        'Label MIE-26-00042-D',
        'Valable jusqu’au 31 octobre 2029',
        'https://label.example/labels/MIE-26-00042-D',
        'PROVISOIRE',
      ]) {
        expect(text).include(said);
      }
      expect(text).not.include('SPÉCIMEN');
    }
    for (const text of await texts()) expect(text).not.include('PROVISOIRE');
    for (const text of await texts({ specimen: true })) expect(text).include('SPÉCIMEN');
    for (const text of await texts({ offers: ['Pain'] })) expect(text).include('pour cette offre');
  });

  it('state the number of offers that do not fit, in every language', async () => {
    for (const language of languages) {
      for (const text of await texts({ language, offers: manyOffers })) {
        const shown = text.match(/n° \d+,/g)?.length ?? 0;
        expect(shown).within(3, 30);
        if (shown < 30) expect(text).match(new RegExp(`\\b${30 - shown}\\b [a-zé]`));
        expect(text).not.include('\u0000');
      }
    }
  });

  it('keep the longest names and offers above what stands below', async () => {
    const organisation =
      'Association pour la promotion de l’agriculture contractuelle de proximité dans les communes de la région lémanique d’ici';
    for (const change of [
      { organisation, offers: manyOffers, standing: 'provisional' } as const,
      { organisation: 'W'.repeat(120), offers: ['x'.repeat(120), 'y'.repeat(120)] },
    ]) {
      for (const { kind, bytes } of await makeSigns(sample(change), secret)) {
        const page = readPdf(bytes).pages[0] ?? '';
        // On a stand, what the label is stands beside what it is for.
        const downwards = [...page.matchAll(/1 0 0 -1 ([\d.]+) ([\d.]+) Tm/g)]
          .filter(([, x]) => kind !== 'standSign' || Number(x) >= 290)
          .map(([, , y]) => Number(y));
        const foot = downwards.slice(-4);
        expect(foot, kind).lengthOf(4);
        expect(Math.max(...downwards.slice(0, -4)), kind).below(Math.min(...foot));
      }
    }
  });

  it('are archival, tagged and reproducible', async () => {
    const [first, second, other] = [
      await makeSigns(sample({ language: 'de' }), secret),
      await makeSigns(sample({ language: 'de' }), secret),
      await makeSigns(sample({ language: 'de' }), 'zOther'),
    ];
    for (const [i, { bytes }] of first.entries()) {
      expect(second[i]?.bytes.equals(bytes)).equal(true);
      expect(other[i]?.bytes.equals(bytes)).equal(false);
      const pdf = readPdf(bytes);
      const catalog = pdf.with('/Type /Catalog')[0];
      if (!catalog) throw new Error('no catalog');
      expect(catalog.head).include('/Lang (de)');
      expect(pdf.follow(catalog, 'MarkInfo').head).include('/Marked true');
      expect(pdf.follow(catalog, 'OutputIntents').head).include('/S /GTS_PDFA1');
      expect(String(pdf.with('/Subtype /XML')[0]?.body)).include('<pdfuaid:part>1</pdfuaid:part>');
      expect(pdf.with('/S /H1')).lengthOf(1);
      expect(pdf.with('/S /LI')).lengthOf(2);
      const annotations = pdf.with('/Type /Annot');
      expect(annotations).lengthOf(1);
      expect(annotations[0]?.head)
        .match(/\/F 4\n/)
        .and.include('/Contents (');
      expect(pdf.with('/S /Figure')[0]?.head).include('/BBox [').and.include('/Alt (');
      expect(pdf.with('/Subtype /Type1')).deep.equal([]);
    }
  });
});
