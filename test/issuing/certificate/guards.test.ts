import { expect } from 'chai';
import { makeCertificate } from '../../../src/issuing/certificate/certificate.ts';
import { demoAuthority } from '../../../src/issuing/seal/demoAuthority.ts';
import { openSealer } from '../../../src/issuing/seal/openSealer.ts';
import { sealPdf } from '../../../src/issuing/seal/sealPdf.ts';
import { pdfString, type ReadPdf, readPdf } from '../readPdf.ts';
import { taggedOnce } from '../taggedOnce.ts';
import { manyOffers, sample, themeScores } from './certificateSample.ts';
import { parseXml } from './parseXml.ts';

/** All that a certificate may hold, over several pages. */
const everything = sample({
  organisation: 'Dupont & Fils <SA>, Coope\u0301rative',
  offers: manyOffers,
  scores: themeScores,
  standing: 'provisional',
  revision: 2,
});
const credential = Buffer.from('{"name":"Label Made in ESS"}');

async function sealed(): Promise<Buffer> {
  const at = new Date(everything.createdAt);
  const seal = { name: 'Le comité du label', timestamped: false };
  const sealer = await openSealer(await demoAuthority(at), at);
  return sealPdf(await makeCertificate(everything, { credential, seal }), sealer);
}

const made: Readonly<Record<string, () => Promise<Buffer>>> = {
  plain: () => makeCertificate(everything, { credential }),
  sealed,
};

// What PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) ask, and a change of ours could break.
for (const [kind, make] of Object.entries(made)) {
  describe(`issuing/certificate, ${kind}, follows the rules of archives and screen readers`, () => {
    let file: Buffer;
    let pdf: ReadPdf;
    let catalog: ReturnType<ReadPdf['with']>[number];
    before(async () => {
      file = await make();
      pdf = readPdf(file);
      const [found] = pdf.with('/Type /Catalog');
      if (!found) throw new Error('no catalog');
      catalog = found;
    });
    const xmp = () => String(pdf.with('/Subtype /XML')[0]?.body);

    it('version 1.7, a trailer with an ID, language, marks and an output intent', () => {
      expect(file.subarray(0, 8).toString('latin1')).to.equal('%PDF-1.7');
      expect(pdf.trailer).to.match(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/u);
      expect(catalog.head).to.include('/Lang (fr)');
      expect(pdf.follow(catalog, 'MarkInfo').head).to.include('/Marked true');
      expect(pdf.follow(catalog, 'ViewerPreferences').head).to.include('/DisplayDocTitle true');
      expect(pdf.follow(catalog, 'OutputIntents').head).to.include('/S /GTS_PDFA1');
    });

    it('XMP that is well-formed, claims both standards and describes the schema of the second', async () => {
      await parseXml(xmp());
      expect(xmp()).to.match(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</u);
      expect(xmp()).to.include('<pdfuaid:part>1</pdfuaid:part>');
      expect(xmp()).to.match(/<pdfaExtension:schemas>.*pdfuaid.*<\/pdfaExtension:schemas>/su);
      expect(xmp()).to.include('Dupont &amp; Fils &lt;SA&gt;');
    });

    it('no undefined entry in its information', () => {
      const [info] = pdf.with('/Producer');
      if (!info) throw new Error('no information');
      for (const key of ['Title', 'Author', 'Creator', 'Producer', 'CreationDate']) {
        expect(pdf.follow(info, key).head, key).to.match(/^\(.+\)\s*$/su);
      }
      expect(info.head).not.to.match(/undefined|null/u);
    });

    it('every annotation printed, and described by its link or its name', () => {
      const annotations = pdf.with('/Type /Annot');
      expect(annotations).to.have.lengthOf(kind === 'sealed' ? 2 : 1);
      for (const { head } of annotations) {
        const flags = Number(/\/F (\d+)/u.exec(head)?.[1]);
        // Print set; invisible, hidden and no view clear (6.3.2).
        expect(flags & 0b100111, head).to.equal(0b100);
        expect(head).to.match(head.includes('/Subtype /Link') ? /\/Contents \([^)]/u : /\/TU \(/u);
        if (head.includes('/Subtype /Link')) expect(head).to.match(/\/StructParent \d+/u);
      }
      for (const page of pdf.with('/Type /Page\n')) expect(page.head).to.include('/Tabs /S');
    });

    it('every font embedded with a map to text, and none of the fourteen standard fonts', () => {
      const fonts = pdf.with('/Subtype /CIDFontType2');
      expect(fonts).to.have.lengthOf(4);
      for (const font of fonts) {
        const program = pdf.follow(pdf.follow(font, 'FontDescriptor'), 'FontFile2').body;
        expect(program?.subarray(0, 4).toString('latin1')).to.equal('true');
      }
      for (const font of pdf.with('/Subtype /Type0'))
        expect(pdf.follow(font, 'ToUnicode').body).not.to.equal(null);
      expect(pdf.with('/Subtype /Type1')).to.deep.equal([]);
    });

    it('no missing glyph, and composed accents as text', () => {
      for (const page of pdf.pages.keys()) expect(pdf.textOf(page).join('')).not.to.include('\u0000');
      for (const page of pdf.pages) expect(page).not.to.match(/<(?:[0-9a-f]{4})*?0000(?:[0-9a-f]{4})*>/u);
      expect(pdf.textOf(0).join('')).to.include('Coopérative'.normalize('NFC'));
    });

    it('everything drawn inside tagged content or an artifact, never nested', () => {
      for (const page of pdf.pages) {
        taggedOnce(page);
        expect(page).to.match(/\/Artifact <<\n\/Type \/(?:Layout|Pagination)/u);
      }
    });

    it('heads of a table with their scope, a figure with its text and its box, one heading above all', () => {
      const heads = pdf.with('/S /TH\n');
      expect(heads).to.have.lengthOf(8);
      for (const { head } of heads) expect(head).to.match(/\/O \/Table\s+\/Scope \/Row/u);
      const figures = pdf.with('/S /Figure');
      expect(figures).to.have.lengthOf(1);
      expect(pdfString(/\/Alt (\(.*?\))\n\/A /su.exec(figures[0]?.head ?? '')?.[1] ?? '')).to.include(
        'Code à scanner',
      );
      expect(figures[0]?.head).to.match(/\/BBox \[[\d. ]+\]/u);
      expect(pdf.with('/S /H1')).to.have.lengthOf(1);
    });

    it('attachments: associated, typed as data, with MIME type and date', () => {
      const attached = pdf.follow(catalog, 'AF');
      expect(attached.head).to.include('/AFRelationship /Data').and.to.include('/UF (credential.json)');
      const [embedded] = pdf.with('/Type /EmbeddedFile');
      expect(embedded?.head).to.include('/Subtype /application#2Fld+json');
      expect(embedded?.head).to.match(/\/ModDate \(D:20261124090000Z\)/u);
      expect(embedded?.body?.equals(credential)).to.equal(true);
    });
  });
}
