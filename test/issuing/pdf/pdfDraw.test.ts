import { expect } from 'chai';
import { LabelError } from '../../../src/errors.ts';
import { closePdf, openPdf } from '../../../src/issuing/pdf/pdfBase.ts';
import { drawArtifact, drawLine, drawLines, drawTagged } from '../../../src/issuing/pdf/pdfDraw.ts';
import { readPdf } from '../readPdf.ts';

const facts = {
  language: 'fr',
  title: 'Spécimen',
  author: 'Made in ESS',
  createdAt: '2026-11-24T09:00:00Z',
} as const;
const line = { face: 'serifItalic', size: 12, x: 400, y: 50, fill: '#1d2a2a' } as const;

describe('issuing/pdfDraw', () => {
  it('refuses to draw a missing glyph, also from a template', () => {
    const pdf = openPdf(facts);
    expect(() => drawArtifact(pdf, () => drawLine(pdf, '合', line))).throw(LabelError);
  });

  it('ends each line of a running text but the last in a space', async () => {
    const pdf = openPdf(facts);
    drawTagged(pdf, pdf.root, 'P', () => drawLines(pdf, ['deux', 'mots'], line, 14));
    expect(readPdf(await closePdf(pdf)).textOf(0)).deep.equal(['deux ', 'mots']);
  });

  it('sets a line from, around or up to its anchor, on its baseline', async () => {
    const pdf = openPdf(facts);
    drawTagged(pdf, pdf.root, 'P', () => {
      for (const anchor of ['start', 'middle', 'end'] as const) drawLine(pdf, 'ici', { ...line, anchor });
    });
    const content = readPdf(await closePdf(pdf)).pages[0] ?? '';
    const at = [...content.matchAll(/1 0 0 -1 ([\d.]+) ([\d.]+) Tm/gu)].map((found) =>
      found.slice(1).map(Number),
    );
    const [[start = 0] = [], [middle = 0] = [], [end = 0] = []] = at;
    expect(start).equal(400);
    expect(start - middle).greaterThan(4);
    expect(middle - end).closeTo(start - middle, 0.01);
    expect(at.map(([, y]) => y)).deep.equal([50, 50, 50]);
  });
});
