import { LogFlaw } from './logFlaw.ts';
import { readBase64, readText } from './strictText.ts';

/** Most bytes of a note: 32 signatures of the longest kind that there is. */
export const maxNoteBytes = 192 * 1024;
/** Most signatures of a note; at least 16 must be taken (signed-note, "Format"). */
const maxSignatures = 32;

export interface NoteSignature {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly keyId: string;
  readonly bytes: Buffer;
}

/** A text with its signatures, none of which is checked yet (c2sp.org/signed-note). */
export interface Note {
  /** Ends with a new line. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Takes a signed note apart; throws a LogFlaw. */
export function readNote(bytes: Uint8Array): Note {
  const whole = readText(bytes, maxNoteBytes);
  const blank = whole.lastIndexOf('\n\n');
  if (blank < 0) throw new LogFlaw('noSignatures');
  const lines = whole.slice(blank + 2).split('\n');
  if (lines.length === 1) throw new LogFlaw('noSignatures');
  if (lines.pop() !== '') throw new LogFlaw('signatureLine');
  if (lines.length > maxSignatures) throw new LogFlaw('tooManySignatures');
  return { text: whole.slice(0, blank + 1), signatures: lines.map(readSignature) };
}

function readSignature(line: string): NoteSignature {
  const [, name, encoded] = /^— ([^ ]+) ([^ ]+)$/.exec(line) ?? [];
  if (name === undefined || encoded === undefined || !isKeyName(name)) throw new LogFlaw('signatureLine');
  const bytes = readBase64(encoded);
  if (bytes.length < 5) throw new LogFlaw('signatureLine');
  return { name, keyId: bytes.toString('hex', 0, 4), bytes: bytes.subarray(4) };
}

/** Whether a key may be called so. */
export function isKeyName(name: string): boolean {
  return /^[^\p{White_Space}+]+$/u.test(name);
}
