import { expect } from 'chai';
import { inspect } from '../../src/intake/inspect.ts';
import { faultOf } from './support/faultOf.ts';
import { docx, odt, relationships, xlsx, type ZipEntry, zipFile } from './support/zipFile.ts';

const turn = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (words: string) => `<w:r><w:instrText xml:space="preserve">${words}</w:instrText></w:r>`;
const shown = (words: string) => `${turn('separate')}<w:r><w:t>${words}</w:t></w:r>`;
const field = (...codes: readonly string[]) =>
  `${turn('begin')}${codes.map(code).join('<w:proofErr/>')}${shown('x')}${turn('end')}`;
const part = (body: string, name = 'word/header1.xml'): ZipEntry => ({
  name,
  content: `<?xml version="1.0" encoding="UTF-8"?><w:hdr xmlns:w="w" xmlns:mc="mc">${body}</w:hdr>`,
});
const utf16 = (entry: ZipEntry): ZipEntry => ({
  ...entry,
  content: Buffer.from(`\ufeff${String(entry.content).replace('UTF-8', 'UTF-16')}`, 'utf16le'),
});
const related = (type: string, target: string): ZipEntry => ({
  name: 'word/_rels/document.xml.rels',
  content: `<Relationships xmlns="r"><Relationship Id="r1" Type="http://x.example/${type}" Target="${target}"/></Relationships>`,
});
const sheet = (formula: string): ZipEntry => ({
  name: 'xl/worksheets/sheet1.xml',
  content: `<worksheet xmlns="x"><c r="A1"><f>${formula}</f></c></worksheet>`,
});
const ods = (body: string) =>
  zipFile([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    {
      name: 'content.xml',
      content: `<o:d xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:t="t">${body}</o:d>`,
    },
  ]);
const macroDocument = docx([{ name: 'word/vbaProject.bin', content: 'x' }]);
const ddeLink = '<externalLink xmlns="x"><ddeLink ddeService="cmd" ddeTopic="/C calc"/></externalLink>';

/** What each file holds, the file, its ending, and its fault. */
const hostile: readonly (readonly [string, Buffer, string, string])[] = [
  ['DDEAUTO in a text', docx([part(field(' DDEAUTO cmd "/k calc" '))]), 'docx', 'officeRemote'],
  ['DDE in small letters', docx([part(field('dde cmd "/k calc"'))]), 'docx', 'officeRemote'],
  ['DDE over several runs', docx([part(field(' D', 'D', 'EAU', 'TO cmd'))]), 'docx', 'officeRemote'],
  ['DDE in letters as numbers', docx([part(field('&#68;&#x44;E cmd'))]), 'docx', 'officeRemote'],
  ['DDE in CDATA', docx([part(field('D<![CDATA[DE cmd]]>'))]), 'docx', 'officeRemote'],
  ['DDE in a simple field', docx([part('<w:fldSimple w:instr=" DDE cmd "/>')]), 'docx', 'officeRemote'],
  [
    'DDE in a part of another name',
    docx([part(field('DDE cmd'), 'word/media/a.png')]),
    'docx',
    'officeRemote',
  ],
  ['DDE in UTF-16', docx([utf16(part(field('DDE cmd')))]), 'docx', 'officeRemote'],
  ['DDE in a field in a field', docx([part(field('IF ', field('DDE cmd')))]), 'docx', 'officeRemote'],
  [
    'DDE behind a field that ended',
    docx([part(field('PAGE') + field('DD', 'E cmd'))]),
    'docx',
    'officeRemote',
  ],
  ['DDE in a field without an end', docx([part(turn('begin') + code('DDE cmd'))]), 'docx', 'officeRemote'],
  [
    'a field that makes the word of another',
    docx([part(turn('begin') + field('QUOTE 68 68 69') + code(' cmd') + turn('end'))]),
    'docx',
    'officeRemote',
  ],
  [
    'a word in two versions',
    docx([
      part(
        `${turn('begin')}<mc:Choice>${code('DD')}</mc:Choice><mc:Fallback>${code('x')}</mc:Fallback>${code('E cmd')}${turn('end')}`,
      ),
    ]),
    'docx',
    'officeRemote',
  ],
  [
    'a picture by a field',
    docx([part(field(' INCLUDEPICTURE "https://elsewhere.example/x.png" \\d '))]),
    'docx',
    'officeRemote',
  ],
  [
    'a text from a server by a field',
    docx([part(field('INCLUDETEXT "\\\\\\\\elsewhere.example\\\\x.docx"'))]),
    'docx',
    'officeRemote',
  ],
  [
    'a picture from where another field says',
    docx([part(turn('begin') + code('INCLUDEPICTURE "') + field('QUOTE 104') + code('"') + turn('end'))]),
    'docx',
    'officeRemote',
  ],
  [
    'a link by a field',
    docx([part(field('LINK Excel.Sheet.12 "https://elsewhere.example/x.xlsx" a \\a'))]),
    'docx',
    'officeRemote',
  ],
  [
    'DDE in a workbook',
    xlsx([{ name: 'xl/externalLinks/externalLink1.xml', content: ddeLink }]),
    'xlsx',
    'officeRemote',
  ],
  ['DDE in a formula', xlsx([sheet("cmd|'/C calc'!A0")]), 'xlsx', 'officeRemote'],
  ['an address in a formula', xlsx([sheet('_xlfn.WEBSERVICE(A2)')]), 'xlsx', 'officeRemote'],
  ['DDE in a table of the other family', ods('<o:dde-source/>'), 'ods', 'officeRemote'],
  [
    'DDE in a formula of the other family',
    ods('<t:c t:formula="of:=DDE(&quot;cmd&quot;)"/>'),
    'ods',
    'officeRemote',
  ],
  ['DDE in a text of the other family', odt('<text:dde-connection-decl/>'), 'odt', 'officeRemote'],
  [
    'an address behind another prefix',
    odt('<draw:image xlink:href="https://elsewhere.example/x.png" draw:href="x.png"/>'),
    'odt',
    'officeRemote',
  ],
  [
    'a sheet of macros by its type',
    xlsx(
      [],
      '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.ms-excel.macrosheet+xml"/>',
    ),
    'xlsx',
    'officeMacros',
  ],
  [
    'a sheet of macros by its relationship',
    xlsx([related('2006/relationships/xlMacrosheet', 's.xml')]),
    'xlsx',
    'officeMacros',
  ],
  [
    'a sheet of macros by its root',
    xlsx([{ name: 'xl/worksheets/s.xml', content: '<xm:macrosheet xmlns:xm="x"/>' }]),
    'xlsx',
    'officeMacros',
  ],
  ['macros under another name', docx([related('relationships/vbaProject', 'a.bin')]), 'docx', 'officeMacros'],
  ['a chunk', docx([related('relationships/aFChunk', 'chunk.dat')]), 'docx', 'officeChunk'],
  ['the place of a chunk', docx([part('<w:altChunk/>')]), 'docx', 'officeChunk'],
  [
    'a chunk with macros in it',
    docx([{ name: 'word/chunk.docm', content: macroDocument }]),
    'docx',
    'officeChunk',
  ],
  [
    'an archive as a picture',
    docx([{ name: 'word/media/a.png', content: macroDocument }]),
    'docx',
    'officeChunk',
  ],
  ['a page', docx([{ name: 'word/chunk.dat', content: ' <HTML><p>x</HTML>' }]), 'docx', 'officeChunk'],
  [
    'a page behind a head of XML',
    docx([{ name: 'word/chunk.dat', content: `<?xml version="1.0"?><!--${'x'.repeat(2000)}--><html/>` }]),
    'docx',
    'officeChunk',
  ],
  [
    'a page in the other family',
    odt('', [{ name: 'Pictures/a.png', content: '<!DOCTYPE html><p>' }]),
    'odt',
    'officeChunk',
  ],
  [
    'a template from elsewhere in UTF-16',
    docx([utf16(relationships(['attachedTemplate', 'https://elsewhere.example/x.dotm']))]),
    'docx',
    'officeRemote',
  ],
  [
    'a template from elsewhere that another prefix says is within',
    docx([
      {
        name: 'word/_rels/settings.xml.rels',
        content:
          '<r xmlns:x="x"><Relationship Type="a/attachedTemplate" Target="https://elsewhere.example/x" TargetMode="External" x:TargetMode="Internal"/></r>',
      },
    ]),
    'docx',
    'officeRemote',
  ],
];

const honest: readonly (readonly [string, Buffer, string])[] = [
  [
    'fields of every day',
    docx([
      part(
        [' PAGE ', '= 1 + 2', 'HYPERLINK "https://specimen.example/dde"', 'TOC \\o "1-3"', 'DATE \\@ "d.M.y"']
          .map((words) => field(words))
          .join(''),
      ),
    ]),
    'docx',
  ],
  [
    'a field in a field',
    docx([part(turn('begin') + code(' = ') + field('PAGE') + code(' - 1 ') + turn('end'))]),
    'docx',
  ],
  ['a word that only says it', docx([part('<w:r><w:t>DDE cmd</w:t></w:r>')]), 'docx'],
  [
    'a picture beside it by a field',
    docx([part(field('INCLUDEPICTURE "C:\\\\Images\\\\x.png" \\d'))]),
    'docx',
  ],
  [
    'a link to the own machine',
    docx([part(field('LINK Excel.Sheet.12 "C:\\\\a.xlsx" "R1C1:R5C3" \\a'))]),
    'docx',
  ],
  ['formulas', xlsx([sheet('IF(A1&gt;0,"a|b",SUM(B1:B9))')]), 'xlsx'],
  ['formulas of the other family', ods('<t:c t:formula="of:=SUM([.A1:.A9])"/>'), 'ods'],
  [
    'drawings that are not well-formed',
    xlsx([
      { name: 'xl/drawings/vmlDrawing1.vml', content: '<xml xmlns:v="v"><v:shape>a<br>b</v:shape></xml>' },
    ]),
    'xlsx',
  ],
  [
    'a drawing',
    docx([{ name: 'word/media/image1.svg', content: '<?xml version="1.0"?><!DOCTYPE svg><svg/>' }]),
    'docx',
  ],
  [
    'data of its own in UTF-16',
    docx([utf16({ name: 'customXml/item1.xml', content: '<?xml version="1.0" encoding="UTF-8"?><a/>' })]),
    'docx',
  ],
];

describe('intake/inspect: active content in office files', () => {
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
