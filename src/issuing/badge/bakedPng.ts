import { inflateSync } from 'node:zlib';
import { headerEnd, pngChunk, pngChunks } from '../../pictures/pngChunks.ts';
import { type Baked, BakedError, bakedKeyword, bakedLimit, readingOf } from './baked.ts';

/** Neither compressed nor of a language, without a translated keyword (PNG, 11.3.3.4). */
const textHead = Buffer.from(`${bakedKeyword}\0\0\0\0\0`, 'latin1');

/**
 * A PNG that carries its credential, right after its header (Open Badges 3.0, 5.3.1). To be done last: whoever writes the
 * picture again drops it. Throws for a PNG that carries one already, or is none.
 */
export function bakePng(png: Buffer, credential: string): Buffer {
  if (readBakedPng(png) !== null) throw new Error('not a PNG to bake a credential into');
  const chunk = pngChunk('iTXt', Buffer.concat([textHead, Buffer.from(credential)]));
  return Buffer.concat([png.subarray(0, headerEnd), chunk, png.subarray(headerEnd)]);
}

/** The credential baked into a PNG. The whole file is read first: one that is cut short or patched gives nothing away. */
export function readBakedPng(png: Buffer): Baked {
  return readingOf(() => {
    const chunks = [...pngChunks(png)];
    if (chunks.some(({ isSound }) => !isSound)) throw new BakedError('checksum');
    if (chunks.at(-1)?.end !== png.length) throw new BakedError('malformed');
    const found = chunks.filter(
      ({ type, data }) =>
        /^(iTXt|tEXt|zTXt)$/.test(type) && data.indexOf(`${bakedKeyword}\0`, 0, 'latin1') === 0,
    );
    if (found.length > 1) throw new BakedError('twice');
    const [one] = found;
    if (!one) return null;
    if (one.type !== 'iTXt') throw new BakedError('malformed');
    return textOf(one.data);
  });
}

/** The text of an iTXt chunk: keyword, two bytes on compression, language, translated keyword, text (PNG, 11.3.3.4). */
function textOf(data: Buffer): string {
  const afterKeyword = data.indexOf(0) + 1;
  const [compressed, method] = [data[afterKeyword], data[afterKeyword + 1]];
  const afterLanguage = data.indexOf(0, afterKeyword + 2) + 1;
  const afterTranslation = afterLanguage > 0 ? data.indexOf(0, afterLanguage) + 1 : 0;
  if (afterTranslation === 0 || method !== 0 || !(compressed === 0 || compressed === 1)) {
    throw new BakedError('malformed');
  }
  const text = data.subarray(afterTranslation);
  const bytes = compressed === 1 ? inflate(text) : text;
  if (bytes.length > bakedLimit) throw new BakedError('tooLong');
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

function inflate(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: bakedLimit });
  } catch (error) {
    const tooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new BakedError(tooLong ? 'tooLong' : 'malformed');
  }
}
