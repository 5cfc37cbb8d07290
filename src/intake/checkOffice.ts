import type { Readable } from 'node:stream';
import yauzl, { type ZipFile } from 'yauzl';
import { LabelError } from '../errors.ts';
import { kinds } from './kinds.ts';
import { checkManifestElement, checkOpenDocumentElement, checkRelationship } from './officeLinks.ts';
import { officeParts, type Part } from './officeParts.ts';
import { readXml, type XmlElement } from './readXml.ts';
import { refuse } from './refuse.ts';

/** How programs begin, and the old compound files, which can hold anything: MZ, ELF, Mach-O, OLE. */
const programs = ['4d5a', '7f454c46', 'cffaedfe', 'd0cf11e0'].map((hex) => Buffer.from(hex, 'hex'));

/** Where the main part of a kind stands; without it the file is something else to whoever opens it. */
const mainPart = {
  docx: 'word/',
  xlsx: 'xl/',
  pptx: 'ppt/',
  odt: 'content.xml',
  ods: 'content.xml',
  odp: 'content.xml',
};
type OfficeKind = keyof typeof mainPart;

/**
 * Refuses an office file that holds macros, programs or objects of other programs, that fetches something from elsewhere, or
 * that is made to burst. `nested` for a document inside of another, which holds none itself.
 */
export async function checkOffice(bytes: Buffer, kind: OfficeKind, nested = false): Promise<void> {
  const { label: format } = kinds[kind];
  try {
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
    const zip = await yauzl.fromBufferPromise(bytes, options);
    if (zip.comment.length > 0) refuse('fileTwoFormats', { format, other: 'ZIP' });
    const parts = await officeParts(zip);
    if (!parts.some(({ name }) => name.startsWith(mainPart[kind]))) refuse('fileDamaged', { format });
    for (const part of parts) await checkPart(zip, part, kind, nested);
  } catch (error) {
    if (error instanceof LabelError) throw error;
    refuse('fileDamaged', { format });
  }
}

/** Every part is unpacked: it must be as large as it says, and its content tells what it is. */
async function checkPart(
  zip: ZipFile,
  { entry, name }: Part,
  kind: OfficeKind,
  nested: boolean,
): Promise<void> {
  if (name.endsWith('/')) return;
  const stream = await zip.openReadStreamPromise(entry);
  const check = checkOf(name, kind);
  if (check) return readXml(stream, check);
  const inner = /(?:^|\/)embeddings\/.*\.(xlsx|docx|pptx)$/i.exec(name)?.[1]?.toLowerCase();
  if (inner !== undefined && nested) refuse('officeEmbedded');
  const bytes = await read(stream, inner === undefined ? 8 : entry.uncompressedSize);
  if (programs.some((start) => bytes.subarray(0, start.length).equals(start))) refuse('officeEmbedded');
  if (inner !== undefined) await checkOffice(bytes, inner as OfficeKind, true);
}

function checkOf(name: string, kind: OfficeKind): ((element: XmlElement) => void) | null {
  if (/\.rels$/i.test(name)) return checkRelationship;
  if (/^(\[content_types\]|meta-inf\/manifest)\.xml$/i.test(name)) return checkManifestElement;
  const openDocument = mainPart[kind] === 'content.xml' && /(^|\/)(content|styles)\.xml$/i.test(name);
  return openDocument ? checkOpenDocumentElement : null;
}

/** The first bytes of a stream, all of which is drawn. */
async function read(stream: Readable, wanted: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (length < wanted) chunks.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(chunks).subarray(0, wanted);
}
