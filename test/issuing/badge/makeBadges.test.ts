import { expect } from 'chai';
import sharp from 'sharp';
import { LabelError } from '../../../src/errors.ts';
import { drawBadge } from '../../../src/issuing/badge/badge.ts';
import { badgeTexts } from '../../../src/issuing/badge/badgeTexts.ts';
import { readBakedPng } from '../../../src/issuing/badge/bakedPng.ts';
import { readBakedSvg } from '../../../src/issuing/badge/bakedSvg.ts';
import { makeBadges } from '../../../src/issuing/badge/makeBadges.ts';
import { badgeCase } from '../../golden/badgeCases.ts';
import { pdfString, readPdf } from '../readPdf.ts';

const credential = JSON.stringify({ name: 'Label Made in ESS — Coopérative « L’Énergie »', proof: [] });
const createdAt = '2026-11-24T09:00:00.000Z';
const make = (change: Parameters<typeof badgeCase>[0] = {}) =>
  makeBadges(badgeCase({ form: 'large', ...change }), credential, createdAt);

describe('issuing/badge, issued files', () => {
  it('refuse a character that the typeface lacks', async () => {
    const refused = await make({ number: 'MIE-合' }).catch((error: unknown) => error);
    expect(refused).instanceOf(LabelError).with.property('code', 'invalid');
  });

  it('are SVG, PNG, WebP and a print file, in the promised widths', async () => {
    const made = await make();
    expect(made.map(({ kind, width }) => [kind, width ?? null])).deep.equal([
      ['badgeSvg', null],
      ['badgePng', 256],
      ['badgePng', 512],
      ['badgePng', 1024],
      ['badgeWebp', 256],
      ['badgeWebp', 512],
      ['badgePrint', null],
    ]);
    for (const { kind, width, bytes, contentType } of made) {
      if (kind === 'badgePrint') continue;
      const metadata = await sharp(bytes).metadata();
      if (width) expect(metadata.width).equal(width);
      expect(contentType.startsWith(`image/${metadata.format}`)).equal(true);
    }
  });

  it('contain the credential in SVG and PNG, and are otherwise the drawing', async () => {
    const [svg, ...others] = await make();
    expect(readBakedSvg(svg?.bytes ?? Buffer.alloc(0))).deep.equal({ credential });
    const pngs = others.filter(({ kind }) => kind === 'badgePng');
    for (const { bytes } of pngs) expect(readBakedPng(bytes)).deep.equal({ credential });
    const plain = drawBadge(badgeCase({ form: 'large' }));
    const drawn = await sharp(Buffer.from(plain)).resize({ width: 256 }).raw().toBuffer();
    expect((await sharp(pngs[0]?.bytes).raw().toBuffer()).equals(drawn)).equal(true);
    const webp = others.find(({ kind }) => kind === 'badgeWebp');
    expect((await sharp(webp?.bytes).raw().toBuffer()).length).equal(drawn.length);
  });

  it('are printed in one colour, as outlines, with alternative text, reproducibly', async () => {
    for (const change of [{}, { status: 'provisional', specimen: true, language: 'it' }] as const) {
      const [first, second] = [(await make(change)).at(-1), (await make(change)).at(-1)];
      if (!first || !second) throw new Error('no file for a printer');
      expect(first.bytes.equals(second.bytes)).equal(true);
      const pdf = readPdf(first.bytes);
      const [page = ''] = pdf.pages;
      expect(page).not.match(/ (rg|RG|k|K|scn|SCN|cs|CS|sh|Do)$/m);
      expect(page).match(/^0 g 0 G$/m);
      expect(page).not.include(' Tf');
      const figure = pdf.with('/S /Figure')[0]?.head ?? '';
      const { title } = badgeTexts(badgeCase(change));
      expect(pdfString(/\/Alt (\(.*?\))\n\/A /su.exec(figure)?.[1] ?? '')).equal(title);
      expect(String(pdf.with('/Subtype /XML')[0]?.body)).include('pdfaid:part>3');
    }
  });
});
