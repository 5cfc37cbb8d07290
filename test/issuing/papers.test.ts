import { expect } from 'chai';
import { type Language, languages } from '../../src/criteria/scheme.ts';
import { createI18n } from '../../src/i18n/i18n.ts';
import { makeDepositProof } from '../../src/issuing/paper/depositProof.ts';
import { makeWholeFile } from '../../src/issuing/paper/wholeFile.ts';
import { staffClaims } from '../../src/web/desk/claims.view.ts';
import { readingOf } from '../../src/web/views/reading.view.ts';
import { contentSample, fileSample, proofSample } from '../support/samples/paperSample.ts';
import { openVersion } from '../support/samples/realScheme.ts';
import { readPdf, wordsOf } from './readPdf.ts';

const escaped = (text: string) => text.replaceAll(/[()]/g, '\\$&');

describe('issuing/papers', () => {
  it('prints everything that identifies a submission', async () => {
    const paper = proofSample();
    const text = wordsOf(await makeDepositProof(paper));
    const groups = paper.snapshot.digest.match(/.{8}/g) ?? [];
    for (const said of [
      'Boulangerie Spécimen, coopérative',
      'A-2026-000042',
      '24 novembre 2026, 10:31 (Europe/Zurich)',
      openVersion,
      'Pain au levain de blé genevois · Aliment',
      'Signé par Spécimen owner',
      'Responsable',
      groups.slice(0, 4).join(' '),
      groups.slice(4).join(' '),
      'Statuts 2024.pdf',
      `SHA-256 ${Array(8).fill('abababab').join(' ')}`,
      'Note générale (il en faut 50) 71,3',
      'SPÉCIMEN',
    ]) {
      expect(text).to.include(said);
    }
    expect(text.match(/ Non(?= |$)/g), 'one line for each exclusion').to.have.length(6);
    const real = { ...contentSample().organisation, specimen: false };
    expect(wordsOf(await makeDepositProof(proofSample({ organisation: real })))).to.not.include('SPÉCIMEN');
  });

  it('prints the whole file: figures, every criterion with its level, comments, offers, evidence', async () => {
    const { answers, ...rest } = contentSample().assessment;
    const [first, ...others] = answers;
    const said = { comment: 'Première ligne\nSeconde ligne', files: ['E1'] };
    const passages = [{ document: 'E1', page: 4, quote: 'Article 7' }];
    const commented = first ? [{ ...first, ...said, passages }] : [];
    const assessment = { ...rest, answers: [...commented, ...others] };
    const paper = fileSample({ assessment });
    const bytes = await makeWholeFile(paper);
    const text = wordsOf(bytes);
    for (const { id } of paper.published.scheme.criteria) expect(text).to.include(`${id} `);
    expect(text)
      .to.include('1’240’000 CHF')
      .and.include('3 · Et résultats suivis chaque année')
      .and.include('Première ligne Seconde ligne')
      .and.include('· Statuts 2024.pdf (page 4, « Article 7 »)')
      .and.include('52’000 kg')
      .and.include('Type d’offre Aliment');
    const { pages } = readPdf(bytes);
    expect(pages.length).to.be.above(4);
    const texts = pages.map((_, page) => readPdf(bytes).textOf(page).join(''));
    for (const [i, words] of texts.entries()) expect(words).to.include(`Page ${i + 1} sur ${pages.length}`);
  });

  const uncounted: Readonly<Record<Language, string>> = {
    fr: 'ne compte pas (OIPSD)',
    de: 'zählt nicht (HasLV)',
    it: 'non conta (OIPSD)',
    en: 'not counted (OIPSD)',
  };
  for (const language of languages)
    it(`says which row of an offer is not counted, as the page of officers does: ${language}`, async () => {
      const { assessment } = contentSample();
      const [bread, ...others] = assessment.offers;
      if (!bread) throw new Error('no offer');
      const lines = [
        { what: 'Farine', amount: 52_000, here: 43_680 },
        { what: 'Eau', amount: 20_000, here: 20_000 },
      ];
      const claims = { assessment: { ...assessment, offers: [{ ...bread, lines }, ...others] } };
      const paper = { ...fileSample(claims), language };
      const { snapshot } = proofSample(claims);
      const printed = wordsOf(await makeWholeFile(paper));
      const reading = readingOf(paper.published, paper.content.offers, createI18n()[language]);
      const { figures } = staffClaims([], snapshot, reading);
      const shown = figures.flatMap(({ rows }) => rows.map(({ term, text }) => `${term} ${text}`)).join('\n');
      for (const [place, text] of Object.entries({ printed, shown })) {
        const said = text.replaceAll(/[ \u00a0\u202f]/g, ' ');
        expect(said, place).to.match(
          new RegExp(`Eau 20[’,.]000[^\\n]{3,50}, ${escaped(uncounted[language])}`),
        );
        expect(said.split(uncounted[language]), place).to.have.length(2);
      }
    });

  it('is archival, tagged and reproducible, in every language', async () => {
    for (const language of languages) {
      const paper = { ...proofSample(), language };
      const [one, other] = [await makeDepositProof(paper), await makeDepositProof(paper)];
      expect(one.equals(other)).to.equal(true);
      const pdf = readPdf(one);
      const catalog = pdf.with('/Type /Catalog')[0];
      if (!catalog) throw new Error('no catalog');
      expect(catalog.head).include(`/Lang (${language})`);
      expect(pdf.follow(catalog, 'MarkInfo').head).include('/Marked true');
      expect(pdf.with('/S /H1')).to.have.length(1);
      expect(pdf.with('/S /LI').length).to.be.above(10);
      expect(String(pdf.with('/Subtype /XML')[0]?.body)).to.include('pdfaid:part>3');
    }
  });

  it('breaks long names and texts, and replaces each unprintable character by a sign', async () => {
    const content = contentSample();
    const long = 'Unmotsansespacequinefinitpas'.repeat(8);
    const offers = content.offers.map((offer) => ({ ...offer, sheet: `${long} 🥖🥐 ${'mot '.repeat(300)}` }));
    const organisation = { ...content.organisation, name: long };
    const bytes = await makeWholeFile(fileSample({ offers, organisation }));
    expect(wordsOf(bytes)).to.include('□□').and.not.include('\u0000');
    const limit = 595;
    for (const page of readPdf(bytes).pages) {
      const lefts = [...page.matchAll(/1 0 0 -1 ([\d.]+) [\d.]+ Tm/g)].map(([, x]) => Number(x));
      expect(lefts).not.to.be.empty;
      for (const left of lefts) expect(left).to.be.within(0, limit);
    }
  });
});
