import { crc32, deflateRawSync } from 'node:zlib';

/** One entry as it is written; what it says of its sizes can differ from what it holds. */
export interface ZipEntry {
  readonly name: string;
  readonly content: string | Buffer;
  readonly stored?: boolean;
  /** Said in place of the true size once unpacked. */
  readonly saidSize?: number;
  readonly encrypted?: boolean;
}

/** A ZIP file, entry by entry (APPNOTE 6.3), honest or not. */
export function zipFile(entries: readonly ZipEntry[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    // Quickly: some hold hundreds of megabytes, and it is no matter here how small they get.
    const packed = entry.stored ? content : deflateRawSync(content, { level: 1 });
    const name = Buffer.from(entry.name);
    const middle = Buffer.alloc(26);
    middle.writeUInt16LE(20, 0);
    middle.writeUInt16LE(entry.encrypted ? 1 : 0, 2);
    middle.writeUInt16LE(entry.stored ? 0 : 8, 4);
    middle.writeUInt32LE(checksum(content), 10);
    middle.writeUInt32LE(packed.length, 14);
    middle.writeUInt32LE(entry.saidSize ?? content.length, 18);
    middle.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), middle, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), middle, rest, name]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  end.writeUInt16LE(comment.length, 16);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end, Buffer.from(comment)]);
}

function checksum(content: Buffer): number {
  return crc32(content);
}

const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A small text document of Office Open XML with more parts in it. */
export function docx(more: readonly ZipEntry[] = [], mainType = main, comment = ''): Buffer {
  const types = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${mainType}"/></Types>`;
  return zipFile(
    [
      { name: '[Content_Types].xml', content: types },
      { name: 'word/document.xml', content: '<?xml version="1.0"?><w:document xmlns:w="w"/>' },
      ...more,
    ],
    comment,
  );
}

/** A small workbook of Office Open XML with more parts in it. */
export function xlsx(more: readonly ZipEntry[] = [], moreTypes = ''): Buffer {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
  const types = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${type}"/>${moreTypes}</Types>`;
  return zipFile([
    { name: '[Content_Types].xml', content: types },
    { name: 'xl/workbook.xml', content: '<?xml version="1.0"?><workbook xmlns="x"/>' },
    ...more,
  ]);
}

/** Relationships of its main part: type (its last word), target, and whether it lies outside. */
export function relationships(...all: readonly (readonly [string, string])[]): ZipEntry {
  const list = all.map(
    ([type, target], i) =>
      `<Relationship Id="r${i}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`,
  );
  const xmlns = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return {
    name: 'word/_rels/document.xml.rels',
    content: `<?xml version="1.0"?><Relationships xmlns="${xmlns}">${list.join('')}</Relationships>`,
  };
}

/** A small text document of Open Document with this in its body. */
export function odt(body = '', more: readonly ZipEntry[] = []): Buffer {
  const namespaces = ['office', 'text', 'draw', 'script']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ');
  return zipFile([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
    {
      name: 'content.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces} xmlns:xlink="http://www.w3.org/1999/xlink">${body}</office:document-content>`,
    },
    ...more,
  ]);
}
