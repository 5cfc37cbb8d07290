import { buffer } from 'node:stream/consumers';
import yauzl, { type ZipFile } from 'yauzl';
import { LabelError } from '../errors.ts';
import { createPartWatch } from './createPartWatch.ts';
import { type KindName, kinds } from './kinds.ts';
import { lookedAt, type Nature, natureOf } from './natureOf.ts';
import { checkManifestElement, checkOpenDocumentElement, checkRelationship } from './officeLinks.ts';
import { officeParts, type Part } from './officeParts.ts';
import { readXml, type XmlWatch } from './readXml.ts';
import { refuse } from './refuse.ts';

const content = 'content.xml';
/** Where the main part of a kind stands; without it the file is something else to whoever opens it. */
const mainPart = { docx: 'word/', xlsx: 'xl/', pptx: 'ppt/', odt: content, ods: content, odp: content };
type OfficeKind = keyof typeof mainPart;

/** Whether a kind is one that `checkOffice` looks into. */
export function isOffice(kind: KindName): kind is OfficeKind {
  return kind in mainPart;
}

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
  const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry);
  const { start, chunks } = await peek(stream, lookedAt);
  const inner = /(?:^|\/)embeddings\/.*\.(xlsx|docx|pptx)$/i.exec(name)?.[1]?.toLowerCase();
  const nature = natureOf(start);
  if (nature === 'program' || (inner !== undefined && nested)) refuse('officeEmbedded');
  if (inner !== undefined) return checkOffice(await buffer(chunks), inner as OfficeKind, true);
  if (nature === 'archive' || nature === 'page') refuse('officeChunk');
  const watch = watchOf(name, kind, nature);
  if (watch) return readXml(chunks, watch);
  for await (const _ of chunks);
}

/** Looks at the first bytes of content before it is read: `chunks` gives all of it, the start as well. */
async function peek(stream: AsyncIterable<Buffer>, wanted: number) {
  const reader = stream[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  while (start.length < wanted) {
    const { value, done } = await reader.next();
    if (done) break;
    start = Buffer.concat([start, value]);
  }
  async function* chunks(): AsyncGenerator<Buffer> {
    yield start;
    for (let next = await reader.next(); !next.done; next = await reader.next()) yield next.value;
  }
  return { start: start.subarray(0, wanted), chunks: chunks() };
}

/** Lists are read whatever they begin with; in Office Open XML any part can be any other, whatever its name. */
function watchOf(name: string, kind: OfficeKind, nature: Nature): XmlWatch | null {
  if (/\.rels$/i.test(name)) return { opened: checkRelationship };
  if (/^(\[content_types\]|meta-inf\/manifest)\.xml$/i.test(name)) return { opened: checkManifestElement };
  if (mainPart[kind] !== content) return nature === 'xml' ? createPartWatch() : null;
  return /(^|\/)(content|styles)\.xml$/i.test(name) ? { opened: checkOpenDocumentElement } : null;
}
