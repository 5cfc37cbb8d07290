import { deflateSync } from 'node:zlib';
import { expect } from 'chai';
import { inspect } from '../../src/intake/inspect.ts';
import { issue } from '../issuing/readBack/issued.ts';
import { faultOf } from './support/faultOf.ts';
import { objectStream, onePage, stream } from './support/pdfFile.ts';

const credential = JSON.stringify({ type: ['VerifiableCredential'], name: 'Spécimen' });
const file = (text: string | Buffer = credential) =>
  stream('/Type/EmbeddedFile/Filter/FlateDecode', deflateSync(text));
const spec = (also = '', names = '/F(credential.json)/UF(credential.json)') =>
  `<</Type/Filespec${names}/EF<</F 5 0 R>>${also}>>`;
const list = '/Names<</EmbeddedFiles<</Names[(credential.json)4 0 R]>>>>';
const carrying = (...objects: readonly (string | Buffer)[]) => onePage(list, objects);
const program = file('MZ\u0090');

const refused: readonly (readonly [string, Buffer])[] = [
  ['a program by the name of a credential', carrying(spec(), program)],
  ['a page by the name of a credential', carrying(spec(), file('<script>alert(1)</script>'))],
  ['JSON that is no credential', carrying(spec(), file('{"type":"VerifiableCredential"}'))],
  ['a credential of another name', carrying(spec('', '/F(credential.bat)'), file())],
  ['a second name', carrying(spec('', '/F(credential.json)/UF(credential.bat)'), file())],
  ['a second name behind the same key', carrying(spec('', '/F(credential.bat)/F(credential.json)'), file())],
  ['a name written otherwise', carrying(spec('', '/F<63726564656e7469616c2e6a736f6e>'), file())],
  ['a name that lies elsewhere', carrying(spec('', '/F 6 0 R'), file(), '(credential.bat)')],
  ['a name hidden by escapes', carrying(spec('', '/F(credential.json)/#55F(a.bat)'), file())],
  ['a name for one system', carrying(spec('/Mac(credential.app)'), file())],
  ['no name', carrying(spec('', ''), file())],
  ['a second file', carrying(spec('/EF<</F 6 0 R>>'), file(), program)],
  ['a second file in the same place', carrying(spec('/X[<</EF<</UF 6 0 R>>>>]'), file(), program)],
  ['a file further on', carrying(spec('/RF 6 0 R'), file(), program)],
  ['files that lie elsewhere', carrying('<</F(credential.json)/EF 5 0 R>>', '<</F 6 0 R>>', file())],
  ['a reference that leads on', carrying(spec(), '6 0 R', program)],
  [
    'the same in an object stream',
    carrying(spec().replace('5', '20'), objectStream(['7 0 R']), numbered(20, file()), program),
  ],
  ['a file that is not there', carrying(spec())],
  ['only the list of files', onePage('/Names<</EmbeddedFiles 4 0 R>>', ['<</Names[]>>'])],
  ['only a file', onePage('', [file()])],
  ['the same object once more', carrying(spec(), file(), numbered(5, program))],
  ['an object whose number is unclear', carrying(spec(), file(), unclear())],
  ['a file without a filter', carrying(spec(), stream('/Type/EmbeddedFile', Buffer.from(credential)))],
  ['a file behind two filters', carrying(spec(), stream('/Filter[/FlateDecode/FlateDecode]', program))],
  ['a file with parameters', carrying(spec(), stream('/Filter/FlateDecode/DecodeParms 6 0 R', program))],
  ['a file on the disk', carrying(spec(), stream('/F(a.bat)/Filter/FlateDecode', deflateSync(credential)))],
  ['a file without end', carrying(spec(), file(Buffer.alloc(50_000_000, ' ')))],
  [
    'a file that is cut off',
    carrying(spec(), stream('/Filter/FlateDecode', deflateSync(credential).subarray(0, 9))),
  ],
  ['no text', carrying(spec(), file(Buffer.from([0xff, 0xfe, 0x80])))],
];

describe('intake: attachments of a PDF', () => {
  for (const [what, bytes] of refused) {
    it(`refuses ${what}`, async () => {
      expect(await faultOf(inspect(bytes, 'pdf'))).to.equal('pdfActive attachment');
    });
  }

  it('accepts a credential, genuine or not, wherever it is attached', async () => {
    expect(await faultOf(inspect(carrying(spec(), file()), 'pdf'))).to.equal('taken');
    const onPage = onePage('', [`<</Subtype/FileAttachment/FS ${spec()}>>`, file()]);
    expect(await faultOf(inspect(onPage, 'pdf'))).to.equal('taken');
    const packed = onePage('', [objectStream([spec()]), file()]);
    expect(await faultOf(inspect(packed, 'pdf'))).to.equal('taken');
  });

  it('unpacks a limited number of credentials', async () => {
    const again = (times: number) => Array.from({ length: times }, () => numbered(5, file()));
    expect(await faultOf(inspect(carrying(spec(), file(), ...again(5)), 'pdf'))).to.equal('taken');
    expect(await faultOf(inspect(carrying(spec(), file(), ...again(50)), 'pdf'))).to.equal('fileTooComplex');
  });

  it('accepts a certificate of the service, sealed or not, and still checks everything else in it', async () => {
    const issued = await issue();
    const { certificate } = issued.files;
    expect(await faultOf(inspect(certificate, 'pdf'))).to.equal('taken');
    expect(await faultOf(inspect(await issued.certificate(issued.credential, null), 'pdf'))).to.equal(
      'taken',
    );
    const also = Buffer.from('99 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\n%%EOF\n');
    expect(await faultOf(inspect(Buffer.concat([certificate, also]), 'pdf'))).to.equal('pdfActive script');
  });
});

/** An object of this number in the place of another. */
function numbered(number: number, object: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`1 endobj ${number} 0 obj\n`), object]);
}

/** A comment between its number and the word that begins it: readers that see comments know its number. */
function unclear(): Buffer {
  return Buffer.concat([Buffer.from('1 endobj 5 0 %\nobj'), program]);
}
