import { expect } from 'chai';
import { inspect } from '../../src/intake/inspect.ts';
import { faultOf } from './support/faultOf.ts';
import { docx, odt, relationships, zipFile } from './support/zipFile.ts';

const macroType = 'application/vnd.ms-word.document.macroEnabled.main+xml';
const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const megabytes = (count: number) => Buffer.alloc(count * 1024 * 1024);
const picture = '<draw:image xlink:href="https://elsewhere.example/x.png"/>';

/** What each file holds, the file, its ending, and its fault. */
const hostile: readonly (readonly [string, Buffer, string, string])[] = [
  ['macros by their type', docx([], macroType), 'docm', 'officeMacros'],
  ['macros under another ending', docx([], macroType), 'docx', 'officeMacros'],
  ['macros by their part', docx([{ name: 'word/vbaProject.bin', content: 'x' }]), 'docx', 'officeMacros'],
  ['macros in other letters', docx([{ name: 'WORD/VBAPROJECT.BIN', content: 'x' }]), 'docx', 'officeMacros'],
  ['sheets of macros', docx([{ name: 'xl/macrosheets/sheet1.xml', content: 'x' }]), 'docx', 'officeMacros'],
  [
    'a library of macros',
    odt('', [{ name: 'Basic/Standard/Module1.xml', content: 'x' }]),
    'odt',
    'officeMacros',
  ],
  ['a script at an event', odt('<script:event-listener/>'), 'odt', 'officeMacros'],
  [
    'an object of another program',
    docx([{ name: 'word/embeddings/oleObject1.bin', content: 'x' }]),
    'docx',
    'officeEmbedded',
  ],
  [
    'a program by its name',
    docx([{ name: 'word/embeddings/x.exe', content: 'x' }]),
    'docx',
    'officeEmbedded',
  ],
  [
    'a program by its first bytes',
    docx([{ name: 'word/media/image1.png', content: 'MZ\x90\0' }]),
    'docx',
    'officeEmbedded',
  ],
  ['an old document as a picture', odt('', [{ name: 'Object 1', content: ole }]), 'odt', 'officeEmbedded'],
  ['a control', docx([{ name: 'word/activeX/activeX1.xml', content: 'x' }]), 'docx', 'officeEmbedded'],
  [
    'a document with macros in it',
    docx([{ name: 'word/embeddings/a.docx', content: docx([], macroType) }]),
    'docx',
    'officeMacros',
  ],
  [
    'a document in a document in it',
    docx([
      {
        name: 'word/embeddings/a.docx',
        content: docx([{ name: 'word/embeddings/b.docx', content: docx() }]),
      },
    ]),
    'docx',
    'officeEmbedded',
  ],
  [
    'a template from elsewhere',
    docx([relationships(['attachedTemplate', 'https://elsewhere.example/x.dotm'])]),
    'docx',
    'officeRemote',
  ],
  [
    'the same with its letters written as numbers',
    docx([relationships(['attachedTemplate', '&#104;ttp&#58;//elsewhere.example/x'])]),
    'docx',
    'officeRemote',
  ],
  [
    'a picture on a server',
    docx([relationships(['image', '\\\\elsewhere.example\\x.png'])]),
    'docx',
    'officeRemote',
  ],
  [
    'a file on a server',
    docx([relationships(['oleObject', 'file:////elsewhere.example/x'])]),
    'docx',
    'officeRemote',
  ],
  ['a picture from elsewhere', odt(picture), 'odt', 'officeRemote'],
  [
    'relationships with entities of their own',
    docx([{ name: 'word/_rels/document.xml.rels', content: '<!DOCTYPE r [<!ENTITY a "x">]><r/>' }]),
    'docx',
    'fileDamaged DOCX',
  ],
  [
    'relationships in another encoding',
    docx([{ name: 'word/_rels/document.xml.rels', content: '<?xml version="1.0" encoding="UTF-7"?><r/>' }]),
    'docx',
    'fileDamaged DOCX',
  ],
  [
    'relationships that say another encoding than they are in',
    docx([
      { name: 'word/_rels/a.rels', content: Buffer.from('\ufeff<?xml encoding="UTF-8"?><r/>', 'utf16le') },
    ]),
    'docx',
    'fileDamaged DOCX',
  ],
  ['a path that climbs out', docx([{ name: '../../etc/cron.d/x', content: 'x' }]), 'docx', 'officePath'],
  ['a path from the root', docx([{ name: '/etc/passwd', content: 'x' }]), 'docx', 'officePath'],
  ['a path of Windows', docx([{ name: 'word\\..\\..\\x', content: 'x' }]), 'docx', 'officePath'],
  [
    'two parts of one name',
    docx(['word/media/a', 'word/Media/A'].map((name) => ({ name, content: 'x' }))),
    'docx',
    'fileDamaged DOCX',
  ],
  [
    'too many parts',
    docx(Array.from({ length: 1999 }, (_, i) => ({ name: `word/${i}`, content: '' }))),
    'docx',
    'officeTooManyParts 2000',
  ],
  [
    'a part that bursts',
    docx([{ name: 'word/a.xml', content: megabytes(20) }]),
    'docx',
    'officeTooLarge 200',
  ],
  [
    'parts that say they are larger than all',
    docx([{ name: 'word/a', content: 'x', saidSize: 3e9 }]),
    'docx',
    'officeTooLarge 200',
  ],
  [
    'a part that is larger than it says',
    docx([{ name: 'word/a', content: megabytes(20), saidSize: 500_000 }]),
    'docx',
    'fileDamaged DOCX',
  ],
  ['an encrypted part', docx([{ name: 'word/a', content: 'x', encrypted: true }]), 'docx', 'fileEncrypted'],
  [
    'an encrypted document',
    odt('', [{ name: 'META-INF/manifest.xml', content: '<m><encryption-data/></m>' }]),
    'odt',
    'fileEncrypted',
  ],
  ['another archive in its comment', docx([], undefined, 'PK more'), 'docx', 'fileTwoFormats DOCX ZIP'],
  ['bytes behind it', Buffer.concat([docx(), Buffer.from('<script>')]), 'docx', 'fileDamaged DOCX'],
  [
    'no main part',
    zipFile([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true }]),
    'odt',
    'fileDamaged ODT',
  ],
];

const honest: readonly (readonly [string, Buffer, string])[] = [
  ['a text', docx(), 'docx'],
  [
    'a text of the other family',
    odt('<text:a xlink:href="https://specimen.example">Spécimen</text:a>'),
    'odt',
  ],
  ['a link', docx([relationships(['hyperlink', 'https://specimen.example'])]), 'docx'],
  [
    'a template of the own machine',
    docx([relationships(['attachedTemplate', 'file:///C:\\Modèles\\Lettre.dotx'])]),
    'docx',
  ],
  [
    'a picture in it',
    odt('<draw:image xlink:href="Pictures/1.png"/>', [{ name: 'Pictures/1.png', content: 'x' }]),
    'odt',
  ],
  ['a document in it', docx([{ name: 'word/embeddings/a.docx', content: docx() }]), 'docx'],
];

describe('intake/inspect: office files', () => {
  for (const [what, bytes, extension, fault] of hostile) {
    it(`refuses ${what}`, async () => {
      expect(await faultOf(inspect(bytes, extension))).to.equal(fault);
    });
  }
  for (const [what, bytes, extension] of honest) {
    it(`takes ${what}`, async () => {
      expect(await faultOf(inspect(bytes, extension))).to.equal('taken');
    });
  }
});
