import { expect } from 'chai';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import type { CertificatePaper } from '../../../src/commands/items/papers.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { LabelError } from '../../../src/errors.ts';
import { makeCertificate } from '../../../src/issuing/certificate/certificate.ts';
import type { ReadPdf } from '../readPdf.ts';
import { pdfString, readPdf } from '../readPdf.ts';
import { manyOffers, sample } from './certificateSample.ts';
import { parseXml } from './parseXml.ts';

const read = async (change: Partial<CertificatePaper> = {}) => readPdf(await makeCertificate(sample(change)));

function xmpOf(pdf: ReadPdf): string {
  return String(pdf.with('/Subtype /XML')[0]?.body);
}

/** Reads the code off the figure of a page: its rectangles drawn again as a picture. */
async function scanFigure(page: string): Promise<string> {
  const figure = /\/Figure <<\n\/MCID \d+\n>> BDC\n(.*?)\nEMC/su.exec(page)?.[1] ?? '';
  const bars = [...figure.matchAll(/^(\d+) (\d+) (\d+) 1 re$/gmu)];
  const path = bars.map(([, x, y, length]) => `M${x} ${y}h${length}v1h-${length}z`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 50 50" width="500" height="500"><rect x="-4" y="-4" width="50" height="50" fill="#fff"/><path d="${path}"/></svg>`;
  const { data, info } = await sharp(Buffer.from(svg)).raw().toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data }, { timeLimit: Infinity });
}

describe('issuing/certificate', () => {
  it('is PDF 1.7 with a document id, an output intent, a language and marks for a screen reader', async () => {
    const file = await makeCertificate(sample({ language: 'it' }));
    const pdf = readPdf(file);
    expect(file.subarray(0, 8).toString('latin1')).equal('%PDF-1.7');
    expect(pdf.trailer).match(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/u);
    const catalog = pdf.with('/Type /Catalog')[0];
    if (!catalog) throw new Error('no catalog');
    expect(catalog.head).include('/Lang (it)');
    expect(pdf.follow(catalog, 'MarkInfo').head).include('/Marked true');
    expect(pdf.follow(catalog, 'ViewerPreferences').head).include('/DisplayDocTitle true');
    const intent = pdf.follow(catalog, 'OutputIntents');
    expect(intent.head).include('/S /GTS_PDFA1');
    expect(pdf.follow(intent, 'DestOutputProfile').body?.subarray(36, 40).toString()).equal('acsp');
    expect(pdf.follow(catalog, 'StructTreeRoot').head).include('/ParentTree');
  });

  it('is reproducible for the same data, whatever was made before it', async () => {
    const first = await makeCertificate(sample());
    await makeCertificate(sample({ organisation: 'ﬁn et oﬃce\u00a0: №\u2011½', offers: manyOffers }));
    expect((await makeCertificate(sample())).equals(first)).equal(true);
    const later = await makeCertificate(sample({ createdAt: '2026-11-24T09:00:01.000Z' }));
    expect(later.equals(first)).equal(false);
  });

  it('maps a glyph shared by two characters to the usual one, whichever a document used first', async () => {
    await makeCertificate(sample({ organisation: 'Atelier \u03bc' }));
    expect((await read({ organisation: 'Atelier \u00b5' })).textOf(0)).include('Atelier \u00b5');
  });

  it('embeds every font it uses, and none of the standard ones', async () => {
    const pdf = await read({ offers: manyOffers });
    const fonts = pdf.with('/Subtype /CIDFontType2');
    expect(fonts).lengthOf(4);
    for (const font of fonts) {
      const file = pdf.follow(pdf.follow(font, 'FontDescriptor'), 'FontFile2').body;
      expect(file?.subarray(0, 4).toString('latin1')).equal('true');
    }
    expect(pdf.with('/Subtype /Type1')).deep.equal([]);
  });

  it('draws no missing glyph', async () => {
    for (const language of languages) {
      const pdf = await read({ language, offers: manyOffers, standing: 'provisional' });
      for (const i of pdf.pages.keys()) expect(pdf.textOf(i).join('')).not.include('\u0000');
    }
  });

  it('claims PDF/A-3a and PDF/UA-1, the second with the schema that the first asks for', async () => {
    const xmp = xmpOf(await read());
    expect(xmp).match(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</u);
    expect(xmp).include('<pdfuaid:part>1</pdfuaid:part>');
    expect(xmp).include('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>');
  });

  it('keeps its metadata well-formed with &, < and > in the name, and the title as it is', async () => {
    const pdf = await read({ organisation: 'Dupont & Fils <SA>' });
    const xmp = xmpOf(pdf);
    expect(xmp).include('Dupont &amp; Fils &lt;SA&gt;');
    await parseXml(xmp);
    const refused = await parseXml(xmp.replace('&amp;', '&')).then(
      () => false,
      () => true,
    );
    expect(refused, 'the reader does reject a bare ampersand').equal(true);
    const info = pdf.with('/CreationDate')[0];
    if (!info) throw new Error('no information');
    expect(pdfString(pdf.follow(info, 'Title').head)).equal(
      'Certificat Made in ESS MIE-26-00042-D\u00a0: Dupont & Fils <SA>',
    );
    expect(pdf.textOf(0)).include('Dupont & Fils <SA>');
  });

  it('gives its one link a flag to print, a description and a place in the structure', async () => {
    const pdf = await read();
    const annotations = pdf.with('/Type /Annot');
    expect(annotations).lengthOf(1);
    for (const { head } of annotations) {
      expect(head).match(/\/F 4\n/u);
      expect(head).match(/\/StructParent \d+/u);
      expect(head).include('/Contents (Page publique du label MIE-26-00042-D)');
    }
    expect(pdf.with('/S /Link')[0]?.head).include('/Type /OBJR');
    expect(pdf.with('/S /URI')[0]?.head).include('(https://label.example/labels/MIE-26-00042-D)');
    for (const page of pdf.with('/Type /Page\n')) expect(page.head).include('/Tabs /S');
  });

  it('tags everything it draws as content or artifact, with heading, list, and figure with text', async () => {
    const pdf = await read({ offers: manyOffers });
    for (const page of pdf.pages) {
      let depth = 0;
      for (const line of page.split('\n')) {
        if (/ BDC$/u.test(line)) depth += 1;
        if (line === 'EMC') depth -= 1;
        if (/ TJ$|^f\*?$|^S$|^B$/u.test(line)) expect(depth, line).equal(1);
      }
      expect(depth).equal(0);
    }
    expect(pdf.with('/S /H1')).lengthOf(1);
    expect(pdf.with('/S /H2')).lengthOf(1);
    expect(pdf.with('/S /LI')).lengthOf(30);
    const figure = pdf.with('/S /Figure')[0]?.head ?? '';
    expect(pdfString(/\/Alt (\(.*?\))\n\/A /su.exec(figure)?.[1] ?? '')).equal(
      'Code à scanner, qui mène à https://label.example/labels/MIE-26-00042-D',
    );
    expect(figure).include('/BBox [');
  });

  it('contains its credential unchanged, with its own date only, and nothing without one', async () => {
    const credential = Buffer.from('{"name":"Label Made in ESS — Coopérative d’ici"}');
    const file = await makeCertificate(sample(), { credential });
    expect((await makeCertificate(sample(), { credential })).equals(file)).equal(true);
    const pdf = readPdf(file);
    const catalog = pdf.with('/Type /Catalog')[0];
    if (!catalog) throw new Error('no catalog');
    const attached = pdf.follow(catalog, 'AF');
    expect(attached.head).include('/AFRelationship /Data').and.include('/UF (credential.json)');
    expect(pdfString(/\/Desc (\(.*?\))\n/su.exec(attached.head)?.[1] ?? '')).equal(
      'La même attestation, lisible par une machine et signée',
    );
    const embedded = pdf.with('/Type /EmbeddedFile')[0];
    expect(embedded?.body?.equals(credential)).equal(true);
    expect(embedded?.head).include('/Subtype /application#2Fld+json');
    expect(file.toString('latin1').match(/\(D:\d+Z\)/gu)).deep.equal(Array(3).fill('(D:20261124090000Z)'));
    expect((await read()).with('/Type /EmbeddedFile')).deep.equal([]);
  });

  it('carries a code that reads back as the address', async () => {
    expect(await scanFigure((await read()).pages[0] ?? '')).equal(
      'https://label.example/labels/MIE-26-00042-D',
    );
  });

  it('prints what it is given, dates in full in the language', async () => {
    const lines = (await read()).textOf(0);
    for (const line of [
      'MIE-26-00042-D',
      'Critères version 1.0.0',
      'Le comité du label',
      'Genève, le 24 novembre 2026',
    ]) {
      expect(lines).include(line);
    }
    expect(lines.join('')).include('du 1er novembre 2026 au 31 octobre 2029');
    expect(lines.join('')).include('Pain au levain de blé genevois');
    const german = (await read({ language: 'de', standing: 'provisional' })).textOf(0).join('');
    expect(german)
      .include('vom 1. November 2026 bis 31. Oktober 2029')
      .and.include('PROVISORISCHES ZERTIFIKAT');
  });

  it('marks every page of a specimen, and no other certificate', async () => {
    const specimen = await read({ offers: manyOffers });
    for (const i of specimen.pages.keys()) {
      expect(specimen.textOf(i)).include('SPÉCIMEN');
      expect(specimen.textOf(i)).include('SPÉCIMEN · document de démonstration, sans valeur');
    }
    const real = await read({ specimen: false, organisation: 'Coopérative d’ici' });
    expect(real.textOf(0).join('').toUpperCase()).not.include('SPÉCIMEN');
  });

  it('marks a preview across every page, of a specimen or not', async () => {
    for (const specimen of [true, false]) {
      const pdf = await read({ preview: true, specimen, offers: manyOffers });
      expect(pdf.pages.length).to.equal(2);
      for (const page of [0, 1]) {
        expect(pdf.textOf(page))
          .include('APERÇU')
          .and.include('APERÇU · rien n’est encore décidé')
          .and.not.include('SPÉCIMEN');
      }
    }
    expect((await read()).textOf(0)).not.include('APERÇU');
  });

  it('wraps a name of 120 characters whole, inside the page', async () => {
    const words =
      'Association pour la promotion de l’agriculture contractuelle de proximité dans les communes de la région lémanique d’ici';
    for (const organisation of [words, 'W'.repeat(120)]) {
      expect(organisation).lengthOf(120);
      const pdf = await read({ organisation });
      const heading = pdf.textOf(0).join('').replaceAll(' ', '');
      expect(heading).include(organisation.replaceAll(' ', ''));
      expect(pdf.pages).lengthOf(1);
    }
  });

  it('keeps 8 offers on the first page, and puts 30 on two, each once and in order', async () => {
    const eight = await read({ offers: manyOffers.slice(0, 8) });
    expect(eight.pages).lengthOf(1);
    const thirty = await read({ offers: manyOffers });
    expect(thirty.pages).lengthOf(2);
    const first = thirty.textOf(0).join('');
    const all = first + thirty.textOf(1).join('');
    const found = [...all.matchAll(/Offre spécimen n° (\d+), livrée dans les communes voisines/gu)].map((m) =>
      Number(m[1]),
    );
    expect(found).deep.equal(Array.from({ length: 30 }, (_, i) => i + 1));
    const left = 30 - [...first.matchAll(/Offre spécimen/gu)].length;
    expect(first).include(`et ${left} autres offres, dès la page 2`).and.include('Page 1 sur 2');
  });

  it('refuses a character that its typefaces lack, naming field and character', async () => {
    const refusal = async (change: Partial<CertificatePaper>) =>
      makeCertificate(sample(change)).then(
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
});
