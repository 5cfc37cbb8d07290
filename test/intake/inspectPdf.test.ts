import { deflateSync } from 'node:zlib';
import { expect } from 'chai';
import PDFDocument from 'pdfkit';
import { inspect } from '../../src/intake/inspect.ts';
import { faultOf } from './support/faultOf.ts';
import { objectStream, onePage, pdfFile, stream } from './support/pdfFile.ts';

const emptyZip = `PK\x05\x06${'\0'.repeat(18)}`;
const script = '<</S/JavaScript/JS(app.alert(1))>>';

/** What each file holds, the file, and its fault. */
const hostile: readonly (readonly [string, Buffer, string])[] = [
  [
    'a script behind a name',
    onePage('/Names<</JavaScript<</Names[(a) 4 0 R]>>>>', [script]),
    'pdfActive script',
  ],
  ['a script at opening', onePage('/OpenAction 4 0 R', [script]), 'pdfActive script'],
  ['a name hidden by escapes', onePage('', ['<</S/#4a#61vaScript/J#53(app.alert(1))>>']), 'pdfActive script'],
  ['a script in an object stream', onePage('', [objectStream([script])]), 'pdfActive script'],
  ['the second object of a stream', onePage('', [objectStream(['<</A 1>>', script])]), 'pdfActive script'],
  ['an object stream without its type', onePage('', [hiddenStream()]), 'pdfActive script'],
  ['an object inside a string of a stream', onePage('', [insideString()]), 'pdfActive script'],
  [
    'an object inside of another stream',
    onePage('', [stream('', Buffer.from(`9 0 obj ${script} endobj`))]),
    'pdfActive script',
  ],
  ['an object inside of a comment', onePage('', [`1 % 9 0 obj ${script}\n`]), 'pdfActive script'],
  ['a dictionary that is never closed', onePage('', ['<</A [1 endobj /B /JavaScript']), 'pdfActive script'],
  [
    'no white space at all',
    onePage('', [], '', '4 0 obj<</Type/Action/S/JavaScript>>endobj\n%%EOF\n'),
    'pdfActive script',
  ],
  ['a program to start', onePage('', ['<</S/Launch/F(cmd.exe)>>']), 'pdfActive launch'],
  ['an attached file', onePage('/Names<</EmbeddedFiles 4 0 R>>', ['<</Names[]>>']), 'pdfActive attachment'],
  ['an attachment on a page', onePage('', ['<</Type/Filespec/EF<</F 5 0 R>>>>']), 'pdfActive attachment'],
  ['a film', onePage('', ['<</Subtype/RichMedia>>']), 'pdfActive media'],
  ['a form of XFA', onePage('/AcroForm<</XFA 4 0 R>>', ['[]']), 'pdfActive form'],
  ['a form that is sent', onePage('', ['<</S/SubmitForm/F(http://x.example)>>']), 'pdfActive send'],
  ['data fetched', onePage('', ['<</S/ImportData/F(x.fdf)>>']), 'pdfActive send'],
  ['another file opened', onePage('', ['<</S/GoToR/F(x.pdf)/D[0/Fit]>>']), 'pdfActive elsewhere'],
  ['an action at each page', onePage('', ['<</Type/Page/AA<</O 5 0 R>>>>']), 'pdfActive opening'],
  ['an address at opening', onePage('/OpenAction<</S/URI/URI(http://x.example)>>'), 'pdfActive opening'],
  [
    'the same behind a reference',
    onePage('/OpenAction 4 0 R', ['<</S/URI/URI(http://x.example)>>']),
    'pdfActive opening',
  ],
  [
    'the same in an object stream',
    onePage('/OpenAction 20 0 R', [objectStream(['<</S/URI/URI(x)>>'])]),
    'pdfActive opening',
  ],
  [
    'the same with a comment in its number',
    onePage('/OpenAction 9 0 R', [], '', '9 0 % not seen\nobj <</S/URI/URI(x)>> endobj\n%%EOF\n'),
    'pdfActive opening',
  ],
  [
    'an action after going to a place',
    onePage('/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next 4 0 R>>', ['1']),
    'pdfActive opening',
  ],
  ['encryption', onePage('', ['<</Filter/Standard/V 1>>'], '/Encrypt 4 0 R'), 'fileEncrypted'],
  ['an object stream that unpacks without end', onePage('', [bomb()]), 'fileTooComplex'],
  ['two object streams that do together', onePage('', [bomb(40), bomb(40)]), 'fileTooComplex'],
  ['brackets without end', onePage('', ['['.repeat(100_000)]), 'fileTooComplex'],
  ['objects that are never closed', onePage('', ['1 0 obj [ '.repeat(200_000)]), 'fileTooComplex'],
  ['texts that are never closed', onePage('', ['1 0 obj ( '.repeat(200_000)]), 'fileTooComplex'],
  ['an object stream packed in an unusual way', onePage('', [unusual()]), 'fileDamaged PDF'],
  ['an object stream that is cut off', onePage('', [cutOff()]), 'fileDamaged PDF'],
  ['no catalog', pdfFile(['<</Type/Pages/Kids[]/Count 0>>']), 'fileDamaged PDF'],
  ['no end', Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj'), 'fileDamaged PDF'],
  ['much behind its end', onePage('', [], '', Buffer.alloc(5000, 'x')), 'fileDamaged PDF'],
  ['a ZIP behind it', onePage('', [], '', Buffer.from(`PK\x03\x04x${emptyZip}`)), 'fileTwoFormats PDF ZIP'],
  ['a ZIP around its end', onePage('', [`(${emptyZip})`]), 'fileTwoFormats PDF ZIP'],
  [
    'a page of a browser in its head',
    Buffer.from(onePage().toString('latin1').replace('\n', '\n%<script>alert(1)</script>\n'), 'latin1'),
    'fileTwoFormats PDF HTML',
  ],
  [
    'a page of a browser before it',
    Buffer.concat([Buffer.from('<html><script>1</script>'), onePage()]),
    'fileMarkup',
  ],
];

const harmless: readonly (readonly [string, Promise<Buffer> | Buffer])[] = [
  ['one empty page', onePage()],
  ['a place to open at', onePage('/OpenAction[3 0 R/Fit]')],
  ['the same behind a reference', onePage('/OpenAction 4 0 R', ['[3 0 R/Fit]'])],
  [
    'an action that goes to a place',
    onePage('/OpenAction 20 0 R', [objectStream(['<</S/GoTo/D[3 0 R/Fit]>>'])]),
  ],
  [
    'the word in a text',
    onePage('', ['<</Title(About /JavaScript and /AA \\) /JS)>>', stream('', Buffer.from('(/JS) Tj'))]),
  ],
  ['a link to follow', onePage('', ['<</Subtype/Link/A<</S/URI/URI(https://specimen.example)>>>>'])],
  ['what pdfkit writes', written()],
];

describe('intake/inspect: PDF', () => {
  for (const [what, bytes, fault] of hostile) {
    it(`refuses ${what}`, async () => {
      expect(await faultOf(inspect(bytes, 'pdf'))).to.equal(fault);
    });
  }
  for (const [what, bytes] of harmless) {
    it(`takes ${what}`, async () => {
      expect(await faultOf(inspect(await bytes, 'pdf'))).to.equal('taken');
    });
  }
});

function hiddenStream(): Buffer {
  const head = '20 0 ';
  return stream(`/N 1/F#69rst ${head.length}/Filter[/FlateDecode]`, deflateSync(`${head}${script}`));
}

/** The head points into the middle of a string that comes first: read in order it is a text, read by place it acts. */
function insideString(): Buffer {
  const head = '20 0 21 1 ';
  const data = deflateSync(`${head}(<</S/JavaScript>>)`);
  return stream(`/Type/ObjStm/N 2/First ${head.length}/Filter/FlateDecode`, data);
}

function bomb(megabytes = 100): Buffer {
  const data = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, ' '));
  return stream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', data);
}

function unusual(): Buffer {
  const data = deflateSync(deflateSync(`20 0 ${script}`));
  return stream('/Type/ObjStm/N 1/First 5/Filter[/FlateDecode/FlateDecode]', data);
}

function cutOff(): Buffer {
  return stream('/Type/ObjStm/N 1/First 5/Filter/FlateDecode', deflateSync(`20 0 ${script}`).subarray(0, 12));
}

async function written(): Promise<Buffer> {
  const document = new PDFDocument({ info: { Title: 'Spécimen' } });
  document.text('Spécimen', { link: 'https://specimen.example' }).end();
  const parts: Buffer[] = [];
  for await (const part of document) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
