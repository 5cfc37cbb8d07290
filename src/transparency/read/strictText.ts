import { LogFlaw } from './logFlaw.ts';

/** Reads UTF-8 of at most so many bytes without control characters but for new lines; throws a LogFlaw. */
export function readText(bytes: Uint8Array, maxBytes: number): string {
  if (bytes.length > maxBytes) throw new LogFlaw('tooLong');
  const text = decoded(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a note may not have (signed-note, "Format")
  if (/[\u0000-\u0009\u000b-\u001f]/.test(text)) throw new LogFlaw('controlCharacter');
  return text;
}

function decoded(bytes: Uint8Array): string {
  try {
    // A byte order mark is a character of the text like any other.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new LogFlaw('notUtf8');
  }
}

/** Reads a decimal number as logs write it, without leading zeroes, as far as numbers are exact; throws a LogFlaw. */
export function readNumber(text: string): number {
  const number = Number(text);
  if (!/^(?:0|[1-9]\d{0,15})$/.test(text) || !Number.isSafeInteger(number)) throw new LogFlaw('number');
  return number;
}

/** Reads Base 64 of RFC 4648, section 4, in its only spelling; throws a LogFlaw. */
export function readBase64(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw new LogFlaw('base64');
  return bytes;
}

/** Reads a SHA-256 hash in Base 64; throws a LogFlaw. */
export function readHash(text: string): Buffer {
  const hash = readBase64(text);
  if (hash.length !== 32) throw new LogFlaw('hashLength');
  return hash;
}
