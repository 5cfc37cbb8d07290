import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { refuse } from './refuse.ts';

const maxParts = 2000;
const megabyte = 1024 * 1024;
/** Most that all parts may unpack to together (megabytes). */
const maxUnpacked = 200;
/** A part of a megabyte that unpacks to more than this many times itself was made to. */
const maxRatio = 200;

/** Names of parts that hold macros, in Office Open XML and in Open Document. */
const macros = /(^|\/)(vbaproject[^/]*\.bin|vbadata\.xml|(intl)?macrosheets\/)|^(basic|scripts)\//i;
/** Parts that another program would open; documents of the same family are looked into themselves. */
const embedded = /(^|\/)(embeddings\/(?!.*\.(xlsx|docx|pptx)$).*[^/]|activex\/.*[^/])$/i;

/** A part of an office file with its name. */
export interface Part {
  readonly entry: Entry;
  readonly name: string;
}

/** The parts that a file lists. Refuses it for names and sizes alone, before anything is unpacked. */
export async function officeParts(zip: ZipFile): Promise<Part[]> {
  if (zip.entryCount > maxParts) refuse('officeTooManyParts', { max: maxParts });
  const parts = new Map<string, Part>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const { generalPurposeBitFlag, fileNameRaw, extraFields, uncompressedSize, compressedSize } = entry;
    const name = yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
    if (yauzl.validateFileName(name) !== null) refuse('officePath');
    if (entry.isEncrypted()) refuse('fileEncrypted');
    if (macros.test(name)) refuse('officeMacros');
    if (embedded.test(name)) refuse('officeEmbedded');
    unpacked += uncompressedSize;
    const bursts = uncompressedSize > megabyte && uncompressedSize > maxRatio * compressedSize;
    if (unpacked > maxUnpacked * megabyte || bursts) refuse('officeTooLarge', { max: maxUnpacked });
    const key = name.toLowerCase();
    if (parts.has(key)) throw new Error('two parts of one name');
    parts.set(key, { entry, name });
  }
  return [...parts.values()];
}
