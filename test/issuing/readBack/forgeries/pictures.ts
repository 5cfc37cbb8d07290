import { deflateSync, gzipSync, inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { drawBadge } from '../../../../src/issuing/badge/badge.ts';
import { bakePng } from '../../../../src/issuing/badge/bakedPng.ts';
import { bakeSvg } from '../../../../src/issuing/badge/bakedSvg.ts';
import { renderPng } from '../../../../src/issuing/drawing/raster.ts';
import { headerEnd, pngChunk } from '../../../../src/pictures/pngChunks.ts';
import { labelNumber as numberOf } from '../../../../src/register/number.ts';
import { type Issued, labelNumber } from '../issued.ts';
import { type Forgery, replaced } from './forgery.ts';

const other = numberOf(26, 43);
const ours = 'https://label.example';
const elsewhere = { verdict: 'elsewhere' } as const;
const other2 = { verdict: 'fails', because: 'saysOther' } as const;
const active = { verdict: 'unread', because: 'active' } as const;
const altered = { verdict: 'altered', because: 'fileUnknown' } as const;

/** The badge of a number with a code of any text. */
const badge = (code: string, number = labelNumber) =>
  drawBadge({
    number,
    status: 'active',
    language: 'fr',
    until: '2029-10-31',
    address: code,
    form: 'large',
    specimen: true,
  });
const drawn = (code: string, number?: string) => renderPng(badge(code, number), 512);
const svgWith =
  (what: string | RegExp, by: string): Forgery['make'] =>
  ({ files }) =>
    Buffer.from(replaced(files.svg.toString(), what, by));
const afterHeader = (png: Buffer, ...chunks: readonly Buffer[]) =>
  Buffer.concat([png.subarray(0, headerEnd), ...chunks, png.subarray(headerEnd)]);

/** Frames of an animation: the badge for a moment, then a picture of somebody else (APNG). */
async function animated({ files }: Issued): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(files.png).metadata();
  const frame = Buffer.alloc(26);
  frame.writeUInt32BE(width, 4);
  frame.writeUInt32BE(height, 8);
  const count = Buffer.alloc(8);
  count.writeUInt32BE(2, 0);
  const second = Buffer.concat([Buffer.from([0, 0, 0, 2]), deflateSync(Buffer.alloc(width * height))]);
  const end = files.png.length - 12;
  const begun = afterHeader(files.png.subarray(0, end), pngChunk('acTL', count), pngChunk('fcTL', frame));
  return Buffer.concat([begun, pngChunk('fcTL', frame), pngChunk('fdAT', second), files.png.subarray(end)]);
}

/** The same pixels and texts with their data pressed anew, as optipng writes them. */
function pressed({ files }: Issued): Buffer {
  const { png } = files;
  const at = png.indexOf('IDAT', 0, 'latin1') - 4;
  const parts: Buffer[] = [];
  let end = at;
  for (; png.toString('latin1', end + 4, end + 8) === 'IDAT'; end += 12 + png.readUInt32BE(end))
    parts.push(png.subarray(end + 8, end + 8 + png.readUInt32BE(end)));
  const data = deflateSync(inflateSync(Buffer.concat(parts)), { level: 9 });
  return Buffer.concat([png.subarray(0, at), pngChunk('IDAT', data), png.subarray(end)]);
}

/** Badges as pictures and drawings. */
export const pictureForgeries: readonly Forgery[] = [
  { flaw: 'a PNG pressed again', make: pressed, ...altered },
  {
    flaw: 'a PNG written again with its credential put back',
    make: async ({ files, credential }) =>
      bakePng(await sharp(files.png).png({ compressionLevel: 9 }).toBuffer(), credential),
    ...altered,
  },
  {
    flaw: 'a PNG written again without its credential',
    make: ({ files }) => sharp(files.png).png().toBuffer(),
    verdict: 'claimOnly',
  },
  { flaw: 'a second picture behind the badge', make: animated, ...altered },
  {
    flaw: 'a note beside the credential',
    make: ({ files }) => afterHeader(files.png, pngChunk('tEXt', Buffer.from('Comment\0Faux SA'))),
    ...altered,
  },
  {
    flaw: 'a credential in a text of another kind beside the genuine one',
    make: ({ files }) => afterHeader(files.png, pngChunk('zTXt', Buffer.from('openbadgecredential\0\0x'))),
    verdict: 'fails',
    because: 'twoCredentials',
  },
  {
    flaw: 'something behind the end of a PNG',
    make: ({ files }) => Buffer.concat([files.png, Buffer.from('Faux SA')]),
    verdict: 'unread',
    because: 'damaged',
  },
  {
    flaw: 'a genuine credential in the badge of another number',
    make: async ({ credential }) => bakePng(await drawn(`${ours}/labels/${other}`, other), credential),
    ...other2,
  },
  {
    flaw: 'a genuine credential in the drawing of another number',
    make: ({ credential }) => Buffer.from(bakeSvg(badge(`${ours}/labels/${other}`, other), credential)),
    ...other2,
  },
  {
    flaw: 'the drawing of another number between comments that look like data',
    make: ({ credential }) => {
      const drawn = bakeSvg(badge(`${ours}/labels/${other}`, other), credential);
      const begun = replaced(drawn, '</openbadges:credential>', '</openbadges:credential><!--<![CDATA[-->');
      return Buffer.from(replaced(begun, '</svg>', '<!--]]>--></svg>'));
    },
    ...other2,
  },
  {
    flaw: 'the credential of another organisation in a badge of ours',
    make: ({ picture, credential }) => bakePng(picture, credential.replaceAll('Boulangerie', 'Boucherie')),
    verdict: 'fails',
    because: 'credentialChanged',
  },
  {
    flaw: 'a code to another host',
    make: () => drawn(`https://faux.example/labels/${labelNumber}`),
    ...elsewhere,
  },
  {
    flaw: 'our host as the name of a user of another one',
    make: () => drawn(`https://label.example@faux.example/labels/${labelNumber}`),
    ...elsewhere,
  },
  {
    flaw: 'our host at the beginning of another one',
    make: () => drawn(`https://label.example.faux.example/labels/${labelNumber}`),
    ...elsewhere,
  },
  {
    flaw: 'a second code beside ours',
    make: async () => {
      const [left, right] = await Promise.all(
        [`${ours}/labels/${labelNumber}`, 'https://faux.example'].map((code) => drawn(code)),
      );
      return sharp({ create: { width: 1100, height: 900, channels: 3, background: '#ffffff' } })
        .composite([
          { input: left, left: 0, top: 0 },
          { input: right, left: 550, top: 0 },
        ])
        .png()
        .toBuffer();
    },
    ...elsewhere,
  },
  { flaw: 'another port of our host', make: () => drawn(`${ours}:8443/labels/${labelNumber}`), ...elsewhere },
  {
    flaw: 'a host that looks like ours, by a Cyrillic letter',
    make: () => drawn(`https://xn--lbel-43d.example/labels/${labelNumber}`),
    ...elsewhere,
  },
  ...Object.entries({
    'an address with turned slashes': String.raw`https:\\faux.example\labels`,
    'an address with one slash': 'https:/faux.example/labels',
    'an address without its scheme': '//faux.example/labels',
    'an address for an app of a telephone': 'intent://faux.example/labels#Intent;scheme=https;end',
    'an address to be kept as a bookmark': String.raw`MEBKM:TITLE:Label;URL:https\://faux.example/labels;;`,
    'an address of ours and one of another host behind it': `${ours}/labels/${labelNumber} https://faux.example`,
  }).map(([flaw, code]): Forgery => ({ flaw: `${flaw} in a code`, make: () => drawn(code), ...elsewhere })),
  {
    flaw: 'a photograph of a badge with a code to another host',
    make: async () =>
      sharp(await drawn('faux.example/verify'))
        .jpeg({ quality: 70 })
        .toBuffer(),
    ...elsewhere,
  },
  {
    flaw: 'a genuine credential in a badge whose code leads to another host',
    make: async ({ credential }) =>
      bakePng(await drawn(`https://faux.example/labels/${labelNumber}`), credential),
    ...elsewhere,
  },
  {
    flaw: 'a drawing whose code leads to another host',
    make: () => Buffer.from(badge(`https://faux.example/labels/${labelNumber}`)),
    ...elsewhere,
  },
  {
    flaw: 'a small drawing whose code leads to another host',
    make: () =>
      Buffer.from(
        replaced(badge('https://faux.example'), / width="\d+" height="\d+"/, ' width="9" height="16"'),
      ),
    ...elsewhere,
  },
  {
    flaw: 'a genuine credential in a drawing whose code leads to another host',
    make: ({ credential }) => Buffer.from(bakeSvg(badge('https://faux.example/verify'), credential)),
    ...elsewhere,
  },
  {
    flaw: 'a code that calls a number',
    make: async () =>
      sharp(await drawn(`tel:+41220000000?${labelNumber}`))
        .webp()
        .toBuffer(),
    ...elsewhere,
  },
  {
    flaw: 'a number whose check character is wrong',
    make: () => drawn(`${ours}/labels/MIE-26-00042-E`),
    verdict: 'noProof',
  },
  { flaw: 'a new line in a drawing', make: svgWith('</title>', '</title>\n'), ...altered },
  {
    flaw: 'another name drawn over a badge',
    make: svgWith('</svg>', '<text>Faux SA</text></svg>'),
    ...altered,
  },
  {
    flaw: 'the number of another label drawn over a badge',
    make: svgWith('</svg>', `<text>${other}</text></svg>`),
    ...other2,
  },
  {
    flaw: 'a drawing that goes on to another address',
    make: svgWith(
      '</svg>',
      '<meta xmlns="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0;url=https://faux.example"/></svg>',
    ),
    ...active,
  },
  {
    flaw: 'a drawing that loses a part once it is open',
    make: svgWith('</svg>', '<path><discard begin="1s"/></path></svg>'),
    ...active,
  },
  {
    flaw: 'a colour that is fetched by an escaped name',
    make: svgWith('<path ', String.raw`<path style="fill:u\72l(https://faux.example/a.svg)" `),
    ...active,
  },
  {
    flaw: 'rules of style in a drawing',
    make: svgWith('</svg>', '<style>*{fill:red}</style></svg>'),
    ...active,
  },
  {
    flaw: 'a drawing that changes once it is open',
    make: svgWith('</svg>', '<path><animate attributeName="d" to="M0 0"/></path></svg>'),
    ...active,
  },
  {
    flaw: 'a colour that is fetched from elsewhere',
    make: svgWith('<path ', '<path stroke="url(https://faux.example/a.svg#b)" '),
    ...active,
  },
  {
    flaw: 'a credential deep within a drawing',
    make: ({ svg, files }) => {
      const [element = ''] =
        /<openbadges:credential>.*<\/openbadges:credential>/s.exec(String(files.svg)) ?? [];
      const inside = `<g xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">${element}</g></svg>`;
      return Buffer.from(replaced(svg, '</svg>', inside));
    },
    verdict: 'unread',
    because: 'damaged',
  },
  {
    flaw: 'a drawing that is packed',
    make: ({ files }) => gzipSync(files.svg),
    verdict: 'unread',
    because: 'unknownKind',
  },
];
