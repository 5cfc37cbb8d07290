import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { onePage, stream } from '../../../intake/support/pdfFile.ts';
import { docx, relationships, zipFile } from '../../../intake/support/zipFile.ts';
import { once } from '../support/once.ts';
import { parts, type Row, upload } from '../support/row.ts';

const evidence = '/fr/applications/§own/evidence';
const applicant = { as: 'applicant' } as const;
const script = '<</S/JavaScript/JS(app.alert(1))>>';
const emptyZip = `PK\x05\x06${'\0'.repeat(18)}`;
const hex = (bytes: string) => Buffer.concat([Buffer.from(bytes, 'hex'), Buffer.alloc(600)]);
const megabytes = (count: number) => Buffer.alloc(count * 1024 * 1024, ' ');

/** A head of a picture that says it is very large, and nothing more. */
function pixels(width: number, height: number): Buffer {
  const head = Buffer.from(
    '89504e470d0a1a0a0000000d4948445200000000000000000802000000000000000000000049444154',
    'hex',
  );
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

/** An object stream of a PDF that unpacks to a hundred megabytes. */
function streamBomb(): Buffer {
  return stream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', deflateSync(megabytes(100)));
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';

/** Files that act, burst, or are something else than they say; each goes the whole way of the page. */
export const files: readonly Row[] = [
  upload('SVG with a script', 'a.svg', svg, 422),
  upload('SVG with a script as PNG', 'a.png', svg, 422),
  upload('HTML as text', 'a.txt', '<html><script>alert(1)</script>', 422),
  upload('a PDF with a script', 'a.pdf', onePage('/OpenAction 4 0 R', [script]), 422),
  upload(
    'a PDF with a script behind escapes',
    'a.pdf',
    onePage('', ['<</S/#4a#61vaScript/J#53(app.alert(1))>>']),
    422,
  ),
  upload('a PDF that starts a program', 'a.pdf', onePage('', ['<</S/Launch/F(cmd.exe)>>']), 422),
  upload('an encrypted PDF', 'a.pdf', onePage('', ['<</Filter/Standard/V 1>>'], '/Encrypt 4 0 R'), 422),
  upload(
    'a PDF that unpacks to 100 MB',
    'a.pdf',
    once(() => onePage('', [streamBomb()])),
    422,
  ),
  upload('a PDF that is a ZIP as well', 'a.pdf', onePage('', [], '', `PK\x03\x04x${emptyZip}`), 422),
  upload(
    'a PDF that is a page as well',
    'a.pdf',
    Buffer.concat([Buffer.from('<html><script>1</script>'), onePage()]),
    422,
  ),
  upload('a GIF that is a script as well, as PNG', 'a.png', 'GIF89a/*<script>*/=1;alert(1)', 422),
  upload('a picture of 3,600 million pixels', 'a.png', pixels(60_000, 60_000), 422),
  upload(
    'a picture that unpacks to 120 MB',
    'a.png',
    once(() =>
      sharp({ create: { width: 8000, height: 5001, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    ),
    422,
  ),
  upload('macros as a plain document', 'a.docx', docx([{ name: 'word/vbaProject.bin', content: 'x' }]), 422),
  upload(
    'a template from elsewhere',
    'a.docx',
    docx([relationships(['attachedTemplate', 'https://elsewhere.example/x.dotm'])]),
    422,
  ),
  upload('a path that climbs out', 'a.docx', docx([{ name: '../../etc/cron.d/x', content: 'x' }]), 422),
  upload(
    'a document that unpacks without end',
    'a.docx',
    once(() => docx([{ name: 'word/a.xml', content: megabytes(20) }])),
    422,
  ),
  upload(
    'a document that says it is small',
    'a.docx',
    once(() => docx([{ name: 'word/a', content: megabytes(20), saidSize: 10 }])),
    422,
  ),
  upload('a ZIP', 'a.zip', zipFile([{ name: 'a.txt', content: 'x' }]), 422),
  upload('a program of Linux as PDF', 'a.pdf', hex('7f454c4602010100'), 422),
  upload('a page of PHP', 'a.php', '<?php system($_GET["c"]);', 422),
  upload('a text with a NUL', 'a.txt', 'a\0b', 422),
  upload('an ending behind a NUL', 'a.exe%00.pdf', hex('4d5a900003000000'), 422),
  upload('an empty file', 'a.pdf', '', 422),
  upload('a file for someone else’s application', 'a.txt', 'Bilan', 404, { as: 'neighbour' }),
  parts(
    'a file from an address',
    evidence,
    [['Content-Disposition: form-data; name="file"', 'http://169.254.169.254/latest/meta-data/']],
    422,
    applicant,
  ),
  parts(
    'a path in place of a file',
    evidence,
    [['Content-Disposition: form-data; name="file"', '/etc/passwd']],
    422,
    applicant,
  ),
  parts(
    'two files',
    evidence,
    ['a', 'b'].map(
      (name) => [`Content-Disposition: form-data; name="file"; filename="${name}.txt"`, name] as const,
    ),
    422,
    applicant,
  ),
  parts(
    'a header in a name of a file',
    evidence,
    [['Content-Disposition: form-data; name="file"; filename="a.exe"\r\nX-Injected: 1', 'MZ']],
    422,
    applicant,
  ),
  parts(
    'a name of a file in two encodings',
    evidence,
    [['Content-Disposition: form-data; name="file"; filename="a.txt"; filename*=utf-8\'\'a.exe', 'Bilan']],
    422,
    applicant,
  ),
];
