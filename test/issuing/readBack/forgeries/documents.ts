import { makeCertificate } from '../../../../src/issuing/certificate/certificate.ts';
import { demoAuthority } from '../../../../src/issuing/seal/demoAuthority.ts';
import { openSealer } from '../../../../src/issuing/seal/openSealer.ts';
import { sealPdf } from '../../../../src/issuing/seal/sealPdf.ts';
import { sample } from '../../certificate/certificateSample.ts';
import { labelNumber } from '../issued.ts';
import { onePage, stream } from '../writePdf.ts';
import { type Forgery, replaced } from './forgery.ts';

const fails = 'fails' as const;
const saysOther = { verdict: fails, because: 'saysOther' } as const;
const added = { verdict: fails, because: 'notWholeFile' } as const;
/** A note that covers all of a page. */
export const note =
  '<< /Type /Annot /Subtype /FreeText /Rect [0 0 600 800] /Contents (Faux SA) /DA (/F 40 Tf) >>';
const altered = { verdict: 'altered', because: 'fileUnknown' } as const;

/** A page that is drawn as our certificates are, with the genuine credential attached. */
const around =
  (change: Parameters<typeof sample>[0]): Forgery['make'] =>
  ({ credential }) =>
    makeCertificate(sample(change), { credential: Buffer.from(credential) });

/** A document with objects that are appended to it as programs do that keep what is there (ISO 32000-1, 7.5.6). */
export function appended(document: Buffer, ...objects: readonly string[]): Buffer {
  const text = document.toString('latin1');
  const [, before = ''] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text) ?? [];
  const [, size = ''] = /\/Size (\d+)/.exec(text.slice(Number(before))) ?? [];
  const [, root = ''] = /\/Root (\d+ 0 R)/.exec(text.slice(Number(before))) ?? [];
  let at = document.length;
  const rows: string[] = [];
  const parts = objects.map((object, i) => {
    const part = `${Number(size) + i} 0 obj\n${object}\nendobj\n`;
    rows.push(`${String(at).padStart(10, '0')} 00000 n \n`);
    at += part.length;
    return part;
  });
  const table = `xref\n${size} ${objects.length}\n${rows.join('')}`;
  const trailer = `trailer\n<< /Size ${Number(size) + objects.length} /Root ${root} /Prev ${before} >>\n`;
  const end = `${table}${trailer}startxref\n${at}\n%%EOF\n`;
  return Buffer.concat([document, Buffer.from(parts.join('') + end, 'latin1')]);
}

/** A document as another program writes it that keeps its parts: none of its bytes stay where they were. */
export function writtenAgain(document: Buffer): Buffer {
  return Buffer.from(replaced(document.toString('latin1'), '\n', '\n% written again\n'), 'latin1');
}

/** A page with files attached. */
function attaching(files: readonly (readonly [name: string, bytes: Buffer])[]): Buffer {
  const names = files.map(([name], i) => {
    const file = `<< /Type /Filespec /F (${name}) /EF << /F ${4 + i} 0 R >> >>`;
    return `(${i}) ${file}`;
  });
  const objects = files.map(([, bytes]) => stream(bytes, '/Type /EmbeddedFile '));
  return onePage(`/Names << /EmbeddedFiles << /Names [${names.join(' ')}] >> >> `, objects);
}

/** Certificates and pages. */
export const documentForgeries: readonly Forgery[] = [
  {
    flaw: 'a certificate written again by another program',
    make: ({ files }) => writtenAgain(files.certificate),
    ...altered,
  },
  {
    flaw: 'a certificate that lost its seal',
    make: ({ certificate, credential }) => certificate(credential, null),
    verdict: 'altered',
    because: 'sealMissing',
  },
  {
    flaw: 'a certificate printed anew',
    make: ({ certificate }) => certificate(null, null),
    verdict: 'claimOnly',
  },
  {
    flaw: 'a note laid over a sealed page',
    make: ({ files }) => appended(files.certificate, note),
    ...added,
  },
  {
    flaw: 'a page laid over a sealed page',
    make: ({ files }) => appended(files.certificate, '<< /Length 12 >>\nstream\nBT (x) Tj ET\nendstream'),
    ...added,
  },
  {
    flaw: 'another root behind a sealed document',
    make: ({ files }) => appended(files.certificate, '<< /Type /Catalog /Pages 9999 0 R >>'),
    ...added,
  },
  {
    flaw: 'a picture behind a sealed document',
    make: ({ files }) => Buffer.concat([files.certificate, files.png]),
    ...added,
  },
  {
    flaw: 'the page of another organisation around a genuine credential',
    make: around({ organisation: 'Faux SA' }),
    ...saysOther,
  },
  { flaw: 'another number on the page', make: around({ number: 'MIE-26-00043-B' }), ...saysOther },
  { flaw: 'a later end on the page', make: around({ until: '2032-10-31' }), ...saysOther },
  { flaw: 'other offers on the page', make: around({ offers: ['Conseil en fusions'] }), ...saysOther },
  {
    flaw: 'a dotless ı in the name on the page',
    make: around({ organisation: 'Boulangerıe Spécimen, coopérative' }),
    ...saysOther,
  },
  {
    flaw: 'the page of another organisation under the seal of a forger',
    make: async ({ credential }) => {
      const drawing = await makeCertificate(sample({ organisation: 'Faux SA' }), {
        credential: Buffer.from(credential),
        seal: { name: 'Made in ESS', at: sample().createdAt, timestamped: false },
      });
      const from = new Date(sample().createdAt);
      return sealPdf(drawing, await openSealer(await demoAuthority(from), from));
    },
    verdict: fails,
    because: 'otherAuthority',
  },
  {
    flaw: 'two credentials attached, the genuine one last',
    make: ({ credential }) =>
      attaching([
        ['credential.json', Buffer.from(credential.replaceAll('Boulangerie', 'Boucherie'))],
        ['credential.json', Buffer.from(credential)],
      ]),
    verdict: fails,
    because: 'twoCredentials',
  },
  {
    flaw: 'an attached credential that says a name twice',
    make: ({ credential }) =>
      attaching([['credential.json', Buffer.from(replaced(credential, '{', '{"name":"Faux SA",'))]]),
    verdict: fails,
    because: 'repeatedName',
  },
  {
    flaw: 'a genuine credential attached to an empty page',
    make: ({ credential }) => attaching([['credential.json', Buffer.from(credential)]]),
    ...saysOther,
  },
  {
    flaw: 'a genuine credential attached under another name',
    make: ({ credential }) => attaching([['preuve.json', Buffer.from(credential)]]),
    verdict: 'noProof',
  },
  {
    flaw: 'a genuine certificate inside another document',
    make: ({ files }) => attaching([['certificate.pdf', files.certificate]]),
    verdict: fails,
    because: 'sealBroken',
  },
  {
    flaw: 'a page with a genuine number whose code leads to another host',
    make: () => makeCertificate(sample({ address: `https://faux.example/labels/${labelNumber}` })),
    verdict: 'elsewhere',
  },
  {
    flaw: 'a link of a genuine number to another host',
    make: () =>
      onePage(
        '',
        [
          `<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /A << /S /URI /URI (https://faux.example/?q=${labelNumber}) >> >>`,
        ],
        '/Annots [4 0 R] ',
      ),
    verdict: 'elsewhere',
  },
  {
    flaw: 'a new line before a document',
    make: ({ files }) => Buffer.concat([Buffer.from('\n'), files.certificate]),
    verdict: 'unread',
    because: 'unknownKind',
  },
];

const saved = documentForgeries[0]?.make ?? (() => Buffer.alloc(0));
const markedJson: Forgery['make'] = ({ files }) => Buffer.concat([Buffer.from('\uFEFF'), files.json]);

/** Files that were genuine once, and copies of them. */
export const pastForgeries: readonly Forgery[] = [
  { flaw: 'a credential behind a byte order mark', make: markedJson, ...altered },
  {
    flaw: 'a credential on many lines',
    make: ({ credential }) => Buffer.from(JSON.stringify(JSON.parse(credential), null, 2)),
    ...altered,
  },
  {
    flaw: 'a certificate that was replaced',
    make: ({ files }) => files.certificate,
    row: { revision: 2 },
    verdict: 'replaced',
    because: 'replaced',
  },
  {
    flaw: 'a copy of a certificate that was replaced',
    make: saved,
    row: { revision: 2 },
    verdict: 'altered',
    because: 'replaced',
  },
  ...(['suspended', 'withdrawn', 'expired', 'terminated', 'superseded'] as const).flatMap(
    (state): Forgery[] => [
      {
        flaw: `the certificate of a label that is ${state}`,
        make: ({ files }) => files.certificate,
        row: { state },
        verdict: 'notValid',
        because: 'labelNotValid',
      },
      {
        flaw: `a copy of the credential of a label that is ${state}`,
        make: markedJson,
        row: { state },
        verdict: fails,
        because: 'labelNotValid',
      },
    ],
  ),
];
