import { bakedKeyword } from './baked.ts';
import { headerEnd, pngChunk } from './pngChunks.ts';
import { readBakedPng } from './readBakedPng.ts';

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
