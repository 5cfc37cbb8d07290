import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { LabelError } from '../../../src/errors.ts';
import { drawBadge } from '../../../src/issuing/badge/badge.ts';
import { renderPng } from '../../../src/issuing/drawing/raster.ts';
import { badgeCase, badgeCases, forms, statuses } from '../../golden/badgeCases.ts';

async function scan(png: Buffer): Promise<string> {
  const { data, info } = await sharp(png)
    .flatten({ background: '#fff' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data }, { timeLimit: Infinity });
}

function titleOf(svg: string): string | undefined {
  const title = /<title>([^<]*)<\/title>/u.exec(svg)?.[1];
  return title?.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

describe('issuing/badge', () => {
  for (const [name, data] of badgeCases) {
    it(`draws ${name} as in the golden file`, () => {
      const kept = readFileSync(new URL(`../../golden/badges/${name}`, import.meta.url), 'utf8');
      expect(drawBadge(data) === kept, 'same bytes; if the change is meant, run test/golden/write.ts').equal(
        true,
      );
    });
  }

  it('draws each status of a shape differently from the valid one, except extended at mark size', () => {
    for (const form of forms) {
      const bodies = statuses.map((status) =>
        drawBadge(badgeCase({ status, form })).replace(/<title>.*<\/title>/u, ''),
      );
      const valid = bodies[0];
      const same = statuses.filter((_, i) => bodies[i] === valid);
      expect(same).deep.equal(form === 'mark' ? ['active', 'extended'] : ['active']);
    }
  });

  it('has no text, id, style or outside reference, so it can appear twice on a page', () => {
    for (const data of badgeCases.values()) {
      const svg = drawBadge(data);
      expect(svg).match(/^<svg [^>]*role="img" lang="(fr|de|it|en)"><title>[^<]+<\/title>/u);
      expect(svg).not.match(/<text|\sid=|<style|href=|url\(/u);
      expect(svg).not.include('NaN');
    }
  });

  it('has number, status and date in its alternative text, in its language', () => {
    const title = (change: Parameters<typeof badgeCase>[0]) => titleOf(drawBadge(badgeCase(change)));
    expect(title({ status: 'suspended', language: 'de', form: 'mark' })).equal(
      'Label Made in ESS MIE-26-00042-D: ausgesetzt, zurzeit nicht gültig. Letzter gültiger Tag: 13. März 2028',
    );
    expect(title({ status: 'terminated' })).equal(
      'Label Made in ESS MIE-26-00042-D\u00a0: résilié, n’est plus valable. Dernier jour valable\u00a0: 1er juin 2028',
    );
    expect(title({ specimen: true, language: 'en' })).equal(
      'Made in ESS label MIE-26-00042-D: valid (specimen, no value)',
    );
  });

  it('leaves the date out when there is none', () => {
    const { until: _, ...undated } = badgeCase({ status: 'expired' });
    expect(titleOf(drawBadge(undated))).equal(
      'Label Made in ESS MIE-26-00042-D\u00a0: échu, n’est plus valable',
    );
  });

  it('carries a code that reads back as the address, 512 pixels wide, whatever the status', async () => {
    for (const status of statuses) {
      for (const specimen of [false, true]) {
        const data = badgeCase({ status, form: 'large', specimen });
        expect(await scan(await renderPng(drawBadge(data), 512)), status).equal(data.address);
      }
    }
  });

  it('carries a code that reads back for a long address', async () => {
    const address =
      'https://label.exemple-economie-sociale-et-solidaire.example/de/labels/MIE-26-00042-D?from=badge';
    const png = await renderPng(drawBadge(badgeCase({ form: 'large', address })), 512);
    expect(await scan(png)).equal(address);
  });

  it('renders a PNG of the requested width, reproducibly, transparent around the panel', async () => {
    const svg = drawBadge(badgeCase());
    const [first, second] = [await renderPng(svg, 600), await renderPng(svg, 600)];
    expect(first.equals(second)).equal(true);
    const { data, info } = await sharp(first).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels]).deep.equal([600, 660, 4]);
    expect(data[3], 'alpha of the upper left corner').equal(0);
  });

  it('refuses a character that the typeface lacks, and names it', () => {
    const draw = () => drawBadge(badgeCase({ number: 'MIE-合' }));
    expect(draw)
      .throw(LabelError)
      .with.property('faults')
      .deep.equal([{ field: 'number', code: 'characterNotPrintable', params: { character: '合' } }]);
  });
});
