import { expect } from 'chai';
import sharp from 'sharp';
import { inspect } from '../../src/intake/inspect.ts';
import { faultOf } from './support/faultOf.ts';
import { onePage } from './support/pdfFile.ts';
import { docx, odt, zipFile } from './support/zipFile.ts';

const hex = (bytes: string) => Buffer.from(bytes.replaceAll(' ', ''), 'hex');
const text = (words: string) => Buffer.from(words);
const padded = (start: Buffer) => Buffer.concat([start, Buffer.alloc(600)]);
const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#0b4f54' } });

/** What each file is, its content, the ending of its name, and the answer. */
const files: readonly (readonly [string, Buffer | Promise<Buffer>, string, string])[] = [
  [
    'SVG with a script',
    text('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    'svg',
    'fileMarkup',
  ],
  ['SVG that says it is text', text('  <svg onload="alert(1)"/>'), 'txt', 'fileMarkup'],
  ['SVG with an XML head', text('<?xml version="1.0"?><svg/>'), 'png', 'fileMarkup'],
  ['HTML', text('<!DOCTYPE html><html></html>'), 'html', 'fileMarkup'],
  ['HTML behind a mark and lines', text('\ufeff\n\n<html>'), 'txt', 'fileMarkup'],
  ['a table with a script near its start', text('a;b\n<script>alert(1)</script>;2'), 'csv', 'fileMarkup'],
  ['XML', text('<?xml version="1.0"?><a/>'), 'xml', 'fileMarkup'],
  ['a program of Windows', padded(hex('4d5a 9000 0300 0000')), 'exe', 'fileProgram'],
  ['a program of Windows as PDF', padded(hex('4d5a 9000 0300 0000')), 'pdf', 'fileProgram'],
  ['a program of Linux', padded(hex('7f45 4c46 0201 0100')), 'png', 'fileProgram'],
  ['a script of a shell', text('#!/bin/sh\nrm -rf /\n'), 'txt', 'fileProgram'],
  ['a Java archive', zipFile([{ name: 'META-INF/MANIFEST.MF', content: 'x' }]), 'jar', 'fileProgram'],
  ['ZIP', zipFile([{ name: 'a.txt', content: 'x' }]), 'zip', 'fileArchive'],
  ['ZIP as DOCX', zipFile([{ name: 'a.txt', content: 'x' }]), 'docx', 'fileArchive'],
  ['RAR', padded(hex('5261 7221 1a07 0100')), 'rar', 'fileArchive'],
  ['7z', padded(hex('377a bcaf 271c')), '7z', 'fileArchive'],
  ['gzip', padded(hex('1f8b 0800')), 'gz', 'fileArchive'],
  ['MP3', padded(hex('fffb 9064 0000')), 'mp3', 'fileMedia'],
  ['MP4', padded(hex('0000 0018 6674 7970 6d70 3432 0000 0000')), 'mp4', 'fileMedia'],
  ['GIF with a script', text('GIF89a/*<script>*/=1;alert(1)'), 'gif', 'filePicture GIF'],
  ['TIFF', padded(hex('4949 2a00 0800 0000')), 'tif', 'filePicture TIF'],
  ['AVIF', picture.clone().avif().toBuffer(), 'avif', 'filePicture AVIF'],
  ['an old DOC', padded(hex('d0cf 11e0 a1b1 1ae1')), 'doc', 'fileFormat CFB'],
  ['RTF', text('{\\rtf1\\ansi x}'), 'rtf', 'fileFormat RTF'],
  ['nothing known', padded(hex('0102 0304')), 'pdf', 'fileUnknown'],
  ['PNG as JPEG', picture.clone().png().toBuffer(), 'jpg', 'fileExtension jpg PNG'],
  ['PDF as PNG', onePage(), 'png', 'fileExtension png PDF'],
  ['DOCX as ODT', docx(), 'odt', 'fileExtension odt DOCX'],
  ['text as a script', text('alert(1)'), 'js', 'fileExtension js TXT'],
  ['a long ending', text('x'), 'x'.repeat(300), `fileExtension ${'x'.repeat(12)} TXT`],
  ['text with a NUL', text('a\0b'), 'txt', 'fileCharacters'],
  ['text that rings a bell', text('a\x07b'), 'csv', 'fileCharacters'],
  ['text with a hidden control character', text('a\u0085b'), 'txt', 'fileCharacters'],
  ['PDF inside a text', text('x\n%PDF-1.7'), 'txt', 'fileTwoFormats TXT PDF'],
  ['PDF', onePage(), 'pdf', 'taken'],
  ['JPEG', picture.clone().jpeg().toBuffer(), 'jpeg', 'taken'],
  ['WebP', picture.clone().webp().toBuffer(), 'webp', 'taken'],
  ['PNG without an ending', picture.clone().png().toBuffer(), '', 'taken'],
  ['ODT', odt(), 'odt', 'taken'],
  ['a table', text('Année;Énergie\n2025;−12 %\n'), 'csv', 'taken'],
  ['a table of Windows', Buffer.from('Ann\xe9e;\x80\r\n', 'latin1'), 'csv', 'taken'],
];

describe('intake/inspect: file types', () => {
  for (const [what, bytes, extension, answer] of files) {
    it(`${answer === 'taken' ? 'takes' : 'refuses'} ${what}`, async () => {
      expect(await faultOf(inspect(await bytes, extension))).to.equal(answer);
    });
  }
});
