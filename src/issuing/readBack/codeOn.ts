import decodeQR from 'qr/decode.js';

/** How long the code is looked for (ms). */
const timeoutMs = 500;

/** The text of the code to scan on a picture; empty where none can be read. */
export function codeOn(width: number, height: number, data: Uint8Array | Uint8ClampedArray): string {
  try {
    return decodeQR({ width, height, data }, { timeLimit: timeoutMs });
  } catch {
    return '';
  }
}
