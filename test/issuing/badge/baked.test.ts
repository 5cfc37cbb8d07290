import { deflateSync } from 'node:zlib';
import { expect } from 'chai';
import sharp from 'sharp';
import { drawBadge } from '../../../src/issuing/badge/badge.ts';
import type { Baked } from '../../../src/issuing/badge/baked.ts';
import { bakePng, readBakedPng } from '../../../src/issuing/badge/bakedPng.ts';
import { bakeSvg, readBakedSvg } from '../../../src/issuing/badge/bakedSvg.ts';
import { renderPng } from '../../../src/issuing/drawing/raster.ts';
import { pngChunk } from '../../../src/pictures/pngChunks.ts';
import { badgeCase } from '../../golden/badgeCases.ts';

const credential = JSON.stringify({ name: 'Coopérative « L’Œuvre & l’Énergie » <SA> ]]> fin', id: 'x' });
const drawing = drawBadge(badgeCase());
const keyword = 'openbadgecredential';

describe('issuing/badge, baked into a PNG', () => {
  let plain: Buffer;
  before(async () => {
    plain = await renderPng(drawing, 64);
  });

  /** The plain picture with chunks put in after its header. */
  const withChunks = (...chunks: Buffer[]): Buffer =>
    Buffer.concat([plain.subarray(0, 33), ...chunks, plain.subarray(33)]);
  const text = (head: string, body: Buffer | string, type = 'iTXt'): Buffer =>
    pngChunk(type, Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]));
  const flipped = (png: Buffer, at: number): Buffer => {
    const copy = Buffer.from(png);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy;
  };

  it('refuses truncated, patched, duplicated, oversized and foreign data', () => {
    const baked = bakePng(plain, credential);
    const one = text(`${keyword}\0\0\0\0\0`, credential);
    const cases: Record<string, [Buffer, Baked]> = {
      'no byte at all': [Buffer.alloc(0), { flaw: 'malformed' }],
      zeros: [Buffer.alloc(100_000), { flaw: 'malformed' }],
      'a signature alone': [plain.subarray(0, 8), { flaw: 'truncated' }],
      'cut inside the credential': [baked.subarray(0, 120), { flaw: 'truncated' }],
      'cut before its end': [baked.subarray(0, -12), { flaw: 'truncated' }],
      'a length beyond the file': [withChunks(Buffer.from('ffffffff69545874', 'hex')), { flaw: 'truncated' }],
      'one byte of the credential flipped': [flipped(baked, 80), { flaw: 'checksum' }],
      'one byte of the picture flipped': [flipped(baked, baked.length - 30), { flaw: 'checksum' }],
      'two credentials': [withChunks(one, one), { flaw: 'twice' }],
      'a second one in plain text': [withChunks(one, text(`${keyword}\0`, '{}', 'tEXt')), { flaw: 'twice' }],
      'in plain text only': [withChunks(text(`${keyword}\0`, '{}', 'tEXt')), { flaw: 'malformed' }],
      'no end of language': [withChunks(text(`${keyword}\0\0\0`, 'fr')), { flaw: 'malformed' }],
      'no end of the translated keyword': [
        withChunks(text(`${keyword}\0\0\0fr\0`, 'x')),
        { flaw: 'malformed' },
      ],
      'nothing after the keyword': [withChunks(text(`${keyword}\0`, '')), { flaw: 'malformed' }],
      'an unknown compression': [
        withChunks(text(`${keyword}\0\x01\x07\0\0`, credential)),
        { flaw: 'malformed' },
      ],
      'compressed garbage': [withChunks(text(`${keyword}\0\x01\0\0\0`, credential)), { flaw: 'malformed' }],
      'a bomb': [
        withChunks(text(`${keyword}\0\x01\0\0\0`, deflateSync(Buffer.alloc(60_000_000)))),
        { flaw: 'tooLong' },
      ],
      'a long one': [withChunks(text(`${keyword}\0\0\0\0\0`, 'x'.repeat(1_000_001))), { flaw: 'tooLong' }],
      'not UTF-8': [
        withChunks(text(`${keyword}\0\0\0\0\0`, Buffer.from('c328', 'hex'))),
        { flaw: 'malformed' },
      ],
      'a second header': [withChunks(plain.subarray(8, 33)), { flaw: 'malformed' }],
      'bytes after its end': [Buffer.concat([baked, Buffer.from('x')]), { flaw: 'malformed' }],
    };
    for (const [name, [png, expected]] of Object.entries(cases)) {
      expect(readBakedPng(png), name).to.deep.equal(expected);
    }
  });

  it('returns the credential unchanged, also compressed, with a language or a translated keyword', () => {
    expect(readBakedPng(bakePng(plain, credential))).to.deep.equal({ credential });
    const named = `${keyword}\0\x01\0fr-CH\0${Buffer.from('clé').toString('latin1')}\0`;
    expect(readBakedPng(withChunks(text(named, deflateSync(Buffer.from(credential)))))).to.deep.equal({
      credential,
    });
    expect(readBakedPng(plain)).to.equal(null);
    expect(readBakedPng(withChunks(text('Comment\0\0\0\0\0', credential)))).to.equal(null);
  });

  it('is placed once right after the header, uncompressed, and leaves the picture unchanged', async () => {
    const baked = bakePng(plain, credential);
    expect(baked.toString('latin1', 37, 41 + keyword.length)).to.equal(`iTXt${keyword}`);
    expect(baked.includes(Buffer.from(credential))).to.equal(true);
    const pixels = (png: Buffer) => sharp(png).raw().toBuffer();
    expect((await pixels(baked)).equals(await pixels(plain))).to.equal(true);
    expect((await sharp(baked).metadata()).comments).to.deep.equal([{ keyword, text: credential }]);
    expect(() => bakePng(baked, credential)).to.throw('not a PNG to bake');
  });
});

describe('issuing/badge, baked into an SVG', () => {
  const open = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="https://purl.imsglobal.org/ob/v3p0">`;
  const one = '<o:credential>{}</o:credential>';
  const read = (svg: string) => readBakedSvg(Buffer.from(svg));

  it('refuses scripts, outside references, entity declarations, duplicates and malformed XML', () => {
    const cases: Record<string, [string, string]> = {
      'no byte at all': ['', 'malformed'],
      'not XML': ['%PDF-1.7', 'malformed'],
      'another root': ['<html xmlns="http://www.w3.org/1999/xhtml"/>', 'malformed'],
      'a root of no namespace': ['<svg/>', 'malformed'],
      'cut short': [`${open}${one}`, 'truncated'],
      'an element closed by another': [`${open}<g></svg>`, 'malformed'],
      'a document type': [`<!DOCTYPE svg>${open}${one}</svg>`, 'entities'],
      entities: [`<!DOCTYPE svg [<!ENTITY a "b">]>${open}<g>&a;</g></svg>`, 'entities'],
      'an entity never declared': [`${open}<g>&nbsp;</g>${one}</svg>`, 'malformed'],
      'a script': [`${open}${one}<script>alert(1)</script></svg>`, 'active'],
      'a script under a prefix': [
        `${open}<s:script xmlns:s="http://www.w3.org/2000/svg" href="#x"/>${one}</svg>`,
        'active',
      ],
      'a handler': [`${open}${one}<g onload="x()"/></svg>`, 'active'],
      'HTML inside': [`${open}${one}<foreignObject/></svg>`, 'active'],
      'a picture from elsewhere': [`${open}${one}<image href="https://e.example/x.png"/></svg>`, 'active'],
      'a link that acts': [
        `${open}${one}<a xmlns:l="http://www.w3.org/1999/xlink" l:href=" javascript:x"/></svg>`,
        'active',
      ],
      'a style sheet': [`<?xml-stylesheet href="https://e.example/x.css"?>${open}${one}</svg>`, 'active'],
      'two credentials': [`${open}${one}${one}</svg>`, 'twice'],
      'a credential deeper inside': [`${open}<g>${one}</g></svg>`, 'malformed'],
      'an element inside the credential': [`${open}<o:credential><g/>{}</o:credential></svg>`, 'malformed'],
      'a long one': [`${open}<o:credential>${'x'.repeat(1_000_001)}</o:credential></svg>`, 'tooLong'],
      'nested without end': [`${open}${'<g>'.repeat(100_000)}`, 'malformed'],
    };
    for (const [name, [svg, flaw]] of Object.entries(cases)) expect(read(svg), name).to.deep.equal({ flaw });
    expect(readBakedSvg(Buffer.from('fffe3c00', 'hex'))).to.deep.equal({ flaw: 'malformed' });
  });

  it('returns the credential unchanged, and null for a drawing without one', () => {
    expect(read(bakeSvg(drawing, credential))).to.deep.equal({ credential });
    expect(read(drawing)).to.equal(null);
    expect(read(`${open}<credential>{}</credential></svg>`), 'of another namespace').to.equal(null);
    const long = JSON.stringify({ text: 'é]]>'.repeat(40_000) });
    expect(read(bakeSvg(drawing, long))).to.deep.equal({ credential: long });
  });

  it('tells what people see around it, each character once, and neither a comment nor the credential', () => {
    const told = (svg: string) => {
      const pieces: string[] = [];
      readBakedSvg(Buffer.from(svg), { text: (text) => pieces.push(text), element: () => {} });
      return pieces;
    };
    const shown = told(bakeSvg(drawing, credential)).join(' ');
    expect(shown).to.include('MIE-').and.not.include('Coopérative');
    // What looks like data in two comments hides nothing between them.
    const hidden = `${open}${one}<!--<![CDATA[--><title>Faux SA</title><![CDATA[ et <b> ]]><!--]]>--></svg>`;
    expect(told(hidden).join(' ')).to.include('Faux SA').and.include(' et <b> ').and.not.include('{}');
    for (const openings of [1000, 2000]) {
      const marks = '<![CDATA['.repeat(openings);
      const pieces = told(`${open}<!--${marks}--><g>${marks}]]></g></svg>`);
      // Work in the length of the drawing: each of its pieces comes once, however often one seems to begin.
      expect(pieces.join('').length).to.be.below(marks.length + 200);
      expect(pieces.length).to.be.below(10);
    }
  });

  it('is placed first, once, and leaves the picture unchanged', async () => {
    const baked = bakeSvg(drawing, credential);
    expect(baked).to.match(/^<svg [^>]+><openbadges:credential><!\[CDATA\[\{/);
    expect((await renderPng(baked, 90)).equals(await renderPng(drawing, 90))).to.equal(true);
    expect(() => bakeSvg(baked, credential)).to.throw('not a drawing to bake');
    expect(() => bakeSvg('<html/>', credential)).to.throw('not a drawing to bake');
  });
});
