import { inflateSync } from 'node:zlib';
import { orientationOf } from './orientation.ts';
import { pngChunk, pngChunks, pngSignature } from './pngChunks.ts';
import { maxProfileBytes, type Stripped } from './stripped.ts';

/** Longest data (bytes) of chunks that colours depend on (PNG, 11.2 and 11.3); each comes once. */
const small: Readonly<Record<string, number>> = {
  ...{ IHDR: 13, PLTE: 768, tRNS: 256, gAMA: 4, cHRM: 32, sRGB: 1, cICP: 4, IEND: 0 },
};

/** A PNG of its pixels, colours and orientation alone: no text, no frames, no other chunk. */
export function stripPng(png: Buffer): Stripped {
  const kept: Buffer[] = [pngSignature];
  const seen = new Set<string>();
  let start = pngSignature.length;
  for (const { type, data, end } of pngChunks(png)) {
    const whole = png.subarray(start, end);
    start = end;
    if (type === 'IDAT') {
      if (data.length > 0) kept.push(whole);
      continue;
    }
    if (seen.has(type)) continue;
    seen.add(type);
    const orientation = type === 'eXIf' ? orientationOf(data) : null;
    if (orientation) kept.push(pngChunk('eXIf', orientation));
    if (data.length <= (small[type] ?? -1) || (type === 'iCCP' && isProfile(data))) kept.push(whole);
  }
  return { bytes: Buffer.concat(kept), frames: 1 };
}

/** Whether a colour profile (name, method, compressed) unpacks to no more than a profile has. */
function isProfile(data: Buffer): boolean {
  const nameEnd = data.indexOf(0);
  if (nameEnd < 1 || nameEnd > 79) return false;
  try {
    return inflateSync(data.subarray(nameEnd + 2), { maxOutputLength: maxProfileBytes }).length > 0;
  } catch {
    // Too long, or damaged: the colours are read without it.
    return false;
  }
}
