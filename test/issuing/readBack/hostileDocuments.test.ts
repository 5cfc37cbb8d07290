// Tier: all. Budget: 29 s.
import { createHash, createPrivateKey } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { certifyKey } from '../../../src/issuing/seal/certifyKey.ts';
import { demoAuthority, type SealKey } from '../../../src/issuing/seal/demoAuthority.ts';
import { sampleIssuer } from '../credential/credentialSample.ts';
import { smallPdf } from '../seal/smallPdf.ts';
import { type Fixture, testFlaws } from './flawTable.ts';
import { onePage, stream, writePdf } from './writePdf.ts';

const from = new Date('2026-11-01T00:00:00.000Z');

/** The certificate with one byte of the first stream behind some text turned into another one. */
function flipped(behind: RegExp, further: number): Fixture['make'] {
  return ({ files }) => {
    const text = files.certificate.toString('latin1');
    const object = text.slice(text.search(behind));
    const at = text.length - object.length + object.indexOf('stream\n') + 'stream\n'.length + further;
    const bytes = Buffer.from(files.certificate);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes;
  };
}

/** The certificate with a text in the place of another one of the same length. */
function replaced(what: RegExp, by: (found: string) => string): Fixture['make'] {
  return ({ files }) => Buffer.from(files.certificate.toString('latin1').replace(what, by), 'latin1');
}

const selfSigned = async (): Promise<SealKey> => {
  const { key } = await demoAuthority(from);
  const own = { name: 'Specimen – Made in ESS seal', key: createPrivateKey(key) };
  const until = new Date('2036-11-01T00:00:00.000Z');
  return { key, chain: [certifyKey({ ...own, usage: 'sealing', from, until }, own)] };
};

const noCredential = {
  credential: 'credentialShape',
  issuerKey: 'unknown',
  status: 'unknown',
  period: 'unknown',
};

/** Nothing tells what a seal was over that does not fit. */
const brokenSeal = { seal: 'sealBroken', wholeFile: 'unknown', sealIssuer: 'unknown' };

testFlaws('documents changed after they were sealed', [
  {
    flaw: 'one byte flipped in its text',
    make: flipped(/^8 0 obj/m, 40),
    expected: { fileKnown: 'saysOther', ...brokenSeal },
  },
  {
    flaw: 'one byte flipped in its attachment',
    make: flipped(/\/Type \/EmbeddedFile/, 0),
    expected: { fileKnown: 'fileUnknown', ...brokenSeal, ...noCredential },
  },
  {
    flaw: 'one digit of the seal changed',
    make: replaced(
      /\/Contents <[0-9a-f]{400}/,
      (found) => `${found.slice(0, -1)}${found.endsWith('0') ? 1 : 0}`,
    ),
    expected: { fileKnown: 'fileUnknown', ...brokenSeal },
  },
  {
    flaw: 'bytes appended after the seal',
    make: ({ files }) => Buffer.concat([files.certificate, Buffer.from('\n% Oui, et bien plus\n')]),
    expected: { fileKnown: 'fileUnknown', wholeFile: 'notWholeFile' },
  },
  {
    flaw: 'a second seal over what was added',
    make: ({ files }) => {
      const { certificate } = files;
      const added = `\n99 0 obj\n<< /Type /Sig /ByteRange [0 10 20 ${certificate.length}] /Contents <00> >>\nendobj\n`;
      return Buffer.concat([certificate, Buffer.from(added)]);
    },
    expected: { fileKnown: 'fileUnknown', wholeFile: 'notWholeFile' },
  },
  {
    flaw: 'a range that leaves out the end',
    make: replaced(/\/ByteRange \[0 \d+ \d+ \d+/, (found) => `${found.slice(0, -2)}00`),
    expected: { fileKnown: 'fileUnknown', ...brokenSeal },
  },
  {
    flaw: 'a range beyond the end',
    make: replaced(/\/ByteRange \[0 \d+ \d+ \d/, (found) => `${found.slice(0, -1)}9`),
    expected: { fileKnown: 'fileUnknown', ...brokenSeal },
  },
  {
    flaw: 'a seal taken away',
    make: ({ certificate, credential }) => certificate(credential, null),
    expected: { fileKnown: 'fileUnknown', seal: 'sealMissing' },
  },
  {
    flaw: 'another credential under our seal of another document',
    make: async ({ certificate, sign }) => {
      const other = await sign({ organisation: { id: 'O-1', name: 'Boucherie', identifier: null } });
      return certificate(JSON.stringify(other));
    },
    expected: { fileKnown: 'fileUnlisted', register: 'otherName' },
  },
  {
    flaw: 'a credential of another issuer in a document of ours',
    make: async ({ certificate, sign }) => {
      const other = await sampleIssuer('did:web:other.example');
      return certificate(JSON.stringify(await sign({ publicUrl: 'https://other.example' }, other)));
    },
    expected: {
      fileKnown: 'fileUnlisted',
      credential: 'unknown',
      issuerKey: 'otherIssuer',
      status: 'unknown',
    },
  },
  {
    flaw: 'a seal by another authority of the same name',
    make: async ({ certificate, credential }) => certificate(credential, await demoAuthority(from)),
    expected: { fileKnown: 'fileUnknown', sealIssuer: 'otherAuthority' },
  },
  {
    flaw: 'a seal that vouches for itself',
    make: async ({ certificate, credential }) => certificate(credential, await selfSigned()),
    expected: { fileKnown: 'fileUnknown', sealIssuer: 'otherAuthority' },
  },
]);

const zeros = (megabytes: number): Buffer => deflateSync(Buffer.alloc(megabytes * 1024 * 1024));
const attachedFile = (n: number): string => `<< /Type /Filespec /F (${n}.txt) /EF << /F 5 0 R >> >>`;
const embedded = (files: string): string => `/Names << /EmbeddedFiles << /Names [${files}] >> >> `;

testFlaws('documents that were never ours, or were made to keep a reader busy', [
  { flaw: 'a PDF that is not ours', make: () => smallPdf({ fields: [] }), expected: {} },
  {
    flaw: 'a certificate printed to a new PDF',
    make: ({ certificate }) => certificate(null, null),
    expected: {},
  },
  { flaw: 'a PDF cut short', make: ({ files }) => files.certificate.subarray(0, 700), expected: 'damaged' },
  { flaw: 'a PDF without anything in it', make: () => Buffer.from('%PDF-1.7\n%%EOF\n'), expected: 'damaged' },
  {
    flaw: 'an encrypted PDF',
    make: () => {
      const digest = createHash('sha256').update('anything').digest('hex');
      const key = `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${digest}> /U <${digest}> >>`;
      const pages = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'];
      return writePdf([...pages, key], '/Encrypt 3 0 R /ID [<00> <00>] ');
    },
    expected: 'encrypted',
  },
  {
    flaw: 'a PDF with 10,000 attachments',
    make: () => {
      const files = Array.from({ length: 10_000 }, (_, n) => `(${n}) ${attachedFile(n)}`);
      return onePage(embedded(files.join(' ')), ['null', stream(Buffer.from('x'))]);
    },
    expected: 'tooHeavy',
  },
  {
    flaw: 'an attachment that unpacks to 100 MB',
    make: () => {
      const bomb = stream(zeros(100), '/Filter /FlateDecode ');
      return onePage(embedded(`(0) ${attachedFile(0)}`), ['null', bomb]);
    },
    expected: 'tooHeavy',
  },
  {
    flaw: 'a page that unpacks to 100 MB',
    make: () => onePage('', [stream(zeros(100), '/Filter /FlateDecode ')], '/Contents 4 0 R '),
    expected: 'tooHeavy',
  },
  {
    flaw: 'drawings that draw each other a billion times',
    make: () => {
      const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
      const form = (n: number): Buffer =>
        stream(
          Buffer.from(n === 12 ? 'BT /F 9 Tf (a) Tj ET' : '/X Do '.repeat(10)),
          `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F 4 0 R >> /XObject << /X ${n + 6} 0 R >> >> `,
        );
      const forms = Array.from({ length: 13 }, (_, n) => form(n));
      return onePage('', [font, ...forms], '/Contents 5 0 R /Resources << /XObject << /X 6 0 R >> >> ');
    },
    expected: 'tooHeavy',
  },
  {
    flaw: 'arrays nested 200,000 deep',
    make: () => onePage(`/Deep 4 0 R /Names ${'['.repeat(200_000)} `),
    expected: 'damaged',
  },
  {
    flaw: 'pages that contain themselves',
    make: () => writePdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 9 >>']),
    expected: 'damaged',
  },
  {
    flaw: 'a PDF that another format precedes',
    make: ({ files }) => Buffer.concat([Buffer.from('#!/bin/sh\n'), files.certificate]),
    expected: 'unknownKind',
  },
]);
