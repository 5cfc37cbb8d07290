// Tier: all. Budget: 21 s.
import { expect } from 'chai';
import { languages } from '../../src/criteria/scheme.ts';
import { makeBadgePrint } from '../../src/issuing/badge/badgePrint.ts';
import { makeCertificate } from '../../src/issuing/certificate/certificate.ts';
import { makeAgreement } from '../../src/issuing/paper/agreement.ts';
import { makeDecisionLetter } from '../../src/issuing/paper/decisionLetter.ts';
import { makeDepositProof } from '../../src/issuing/paper/depositProof.ts';
import { makeMinutes } from '../../src/issuing/paper/minutes.ts';
import { makeQuestionnaire } from '../../src/issuing/paper/questionnaire.ts';
import { makeWholeFile } from '../../src/issuing/paper/wholeFile.ts';
import { makeYearReport } from '../../src/issuing/paper/yearReport.ts';
import { makeSigns } from '../../src/issuing/signage/makeSigns.ts';
import { badgeCase, statuses } from '../golden/badgeCases.ts';
import { agreementSample } from '../support/samples/agreementSample.ts';
import { decisionSample } from '../support/samples/decisionSample.ts';
import { minutesSample } from '../support/samples/minutesSample.ts';
import { contentSample, fileSample, proofSample } from '../support/samples/paperSample.ts';
import { questionnaireSample } from '../support/samples/questionnaireSample.ts';
import { yearReportSample } from '../support/samples/yearReportSample.ts';
import { manyOffers, sample, themeScores } from './certificate/certificateSample.ts';
import { parseXml } from './certificate/parseXml.ts';
import { type ReadPdf, readPdf } from './readPdf.ts';
import { taggedOnce } from './taggedOnce.ts';

type Language = (typeof languages)[number];

const name = 'Dupont & Fils <SA>';
const organisation = { ...contentSample().organisation, name: `${name} 🥖` };
const findings = [{ grade: 'major', text: 'Un écart & sa raison' }] as const;
const conditions = [{ text: 'Publier l’écart de salaires.', due: '2027-03-31' }];
const { createdAt } = sample();

/** Every PDF that the service prints, with all that it may hold. */
const printed: Readonly<Record<string, (language: Language) => Promise<readonly Buffer[]>>> = {
  certificate: async (language) => {
    const paper = sample({ language, organisation: name, offers: manyOffers, scores: themeScores });
    return [await makeCertificate(paper), await makeCertificate({ ...paper, preview: true })];
  },
  badge: async (language) =>
    Promise.all(
      statuses.flatMap((status) =>
        [true, false].map((specimen) =>
          makeBadgePrint(badgeCase({ status, language, specimen, form: 'large' }), createdAt),
        ),
      ),
    ),
  signs: async (language) => {
    const { number, until, address } = sample();
    const standing = 'conditional';
    const paper = { number, until, address, createdAt, language, standing, specimen: true } as const;
    const made = await makeSigns({ ...paper, organisation: name, offers: manyOffers }, 'zSecret');
    return made.map(({ bytes }) => bytes);
  },
  agreement: async (language) => [
    await makeAgreement(agreementSample(language, { organisation, conditions })),
  ],
  'letter of a decision': async (language) => [
    await makeDecisionLetter(decisionSample({ language, organisation, findings })),
    await makeDecisionLetter(decisionSample({ language, outcome: 'refused', conditions: [], offers: [] })),
  ],
  minutes: async (language) => [await makeMinutes(minutesSample({ language }))],
  questionnaire: async (language) => [
    await makeQuestionnaire(questionnaireSample(language, { organisation: name })),
  ],
  'report of a year': async (language) => [
    await makeYearReport(yearReportSample(language)),
    await makeYearReport(yearReportSample(language, false)),
  ],
  'proof of a deposit': async (language) => [
    await makeDepositProof({ ...proofSample({ organisation }), language }),
  ],
  'whole file': async (language) => [await makeWholeFile({ ...fileSample({ organisation }), language })],
};

/** The objects of the structure, in the order in which they are read out. */
function* readOut(pdf: ReadPdf, at = pdf.follow(only(pdf, '/Type /StructTreeRoot'), 'K')): Generator<string> {
  yield at.head;
  const [, children = ''] = /\/K \[(.*?)\]/su.exec(at.head) ?? [];
  for (const [, number] of children.matchAll(/(\d+) 0 R/gu)) {
    const child = pdf.objects.get(Number(number));
    if (child?.head.includes('/S /')) yield* readOut(pdf, child);
  }
}

function only(pdf: ReadPdf, text: string) {
  const [found, ...others] = pdf.with(text);
  if (!found || others.length > 0) throw new Error(`not one ${text}`);
  return found;
}

// What PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) ask, and a change of ours could break.
for (const [kind, make] of Object.entries(printed)) {
  describe(`issuing/standards: ${kind}`, () => {
    const made: { readonly language: Language; readonly file: Buffer; readonly pdf: ReadPdf }[] = [];
    before(async () => {
      for (const language of languages) {
        for (const file of await make(language)) made.push({ language, file, pdf: readPdf(file) });
      }
    });

    it('is PDF 1.7 with an ID, its language, marks, a title to show and an output intent', () => {
      for (const { language, file, pdf } of made) {
        const catalog = only(pdf, '/Type /Catalog');
        expect(file.subarray(0, 8).toString('latin1')).to.equal('%PDF-1.7');
        expect(pdf.trailer).to.match(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/u);
        expect(catalog.head).to.include(`/Lang (${language})`);
        expect(pdf.follow(catalog, 'MarkInfo').head).to.include('/Marked true');
        expect(pdf.follow(catalog, 'ViewerPreferences').head).to.include('/DisplayDocTitle true');
        expect(pdf.follow(catalog, 'OutputIntents').head).to.include('/S /GTS_PDFA1');
      }
    });

    it('claims both standards in metadata that are well-formed', async () => {
      for (const { pdf } of made) {
        const xmp = String(only(pdf, '/Subtype /XML').body);
        await parseXml(xmp);
        expect(xmp).to.match(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</u);
        expect(xmp).to.include('<pdfuaid:part>1</pdfuaid:part>');
        expect(xmp).to.match(/<pdfaExtension:schemas>.*pdfuaid.*<\/pdfaExtension:schemas>/su);
      }
    });

    it('leaves out no level of its headings as they are read out', () => {
      for (const { language, pdf } of made) {
        const read = [...readOut(pdf)].flatMap((head) => /\/S \/H(\d)/u.exec(head)?.[1] ?? []).map(Number);
        expect(read.length > 0, 'has headings').to.equal(kind !== 'badge');
        for (const [i, level] of read.entries()) {
          expect(level, `${language} ${read}`).to.be.at.most(1 + (read[i - 1] ?? 0));
        }
      }
    });

    it('embeds its fonts with a map to text, and draws no missing glyph', () => {
      for (const { pdf } of made) {
        expect(pdf.with('/Subtype /Type1')).to.deep.equal([]);
        for (const font of pdf.with('/Subtype /CIDFontType2')) {
          const program = pdf.follow(pdf.follow(font, 'FontDescriptor'), 'FontFile2').body;
          expect(program?.subarray(0, 4).toString('latin1')).to.equal('true');
        }
        for (const font of pdf.with('/Subtype /Type0')) {
          expect(pdf.follow(font, 'ToUnicode').body).not.to.equal(null);
        }
        for (const page of pdf.pages) {
          expect(page).not.to.match(/<(?:[0-9a-f]{4})*?0000(?:[0-9a-f]{4})*>/u);
        }
      }
    });

    it('tags all it draws, one at a time, and gives each figure its text and its box', () => {
      for (const { pdf } of made) {
        for (const page of pdf.pages) {
          taggedOnce(page);
        }
        for (const { head } of pdf.with('/S /Figure')) {
          expect(head)
            .to.match(/\/Alt \([^)]/u)
            .and.to.match(/\/BBox \[[\d. ]+\]/u);
        }
      }
    });

    it('prints every annotation, with a description and its place among what is read out', () => {
      for (const { pdf } of made) {
        for (const { head } of pdf.with('/Type /Annot')) {
          expect(head).to.match(/\/F 4\n/u);
          expect(head).to.match(/\/Contents \([^)]/u);
          expect(head).to.match(/\/StructParent \d+/u);
        }
        for (const page of pdf.with('/Type /Page\n')) expect(page.head).to.include('/Tabs /S');
      }
    });
  });
}
