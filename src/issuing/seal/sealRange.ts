/** Where a document says its seal is, and what is there. */
export interface SealRange {
  /** The sealed bytes: all before and all after the signed message. */
  readonly sealed: readonly [Buffer, Buffer];
  /** The signed message and the zeros that fill its place. */
  readonly message: Buffer;
  readonly coversWholeFile: boolean;
  /** Where what is sealed ends. */
  readonly end: number;
  /** When the signer claims to have sealed; null when the document does not say. */
  readonly claimedAt: Date | null;
}

const name = '/ByteRange';
/** Characters: four numbers of ten digits and their spaces, with room. */
const maxRange = 120;
/** Characters of a message in hexadecimal; ours take an eighth. */
const maxMessageLength = 131_072;
/** Characters on each side of the range in which the rest of its dictionary is looked for. */
const dictionary = 2048;

/**
 * Finds the first seal of a file: null when there is none, `false` when what is said about it cannot be true. Only bytes at
 * known places are looked at, so that a large or crooked file costs no more than one search through it.
 */
export function sealRange(file: Buffer): SealRange | false | null {
  const at = file.indexOf(name);
  if (at < 0) return null;
  const from = at + name.length;
  const text = file.toString('latin1', from, from + maxRange);
  const numbers =
    /^\s{0,9}\[\s{0,9}(\d{1,10})\s{1,20}(\d{1,10})\s{1,20}(\d{1,10})\s{1,20}(\d{1,10})\s{0,40}\]/u.exec(text);
  if (!numbers) return false;
  const [start, length, second, rest] = numbers.slice(1).map(Number) as [number, number, number, number];
  const end = second + rest;
  // The range itself must be sealed, or another could be put in its place.
  if (start !== 0 || end > file.length || from + numbers[0].length > end) return false;
  const message = hexAt(file, length, second);
  if (!message) return false;
  return {
    sealed: [file.subarray(0, length), file.subarray(second, end)],
    message,
    coversWholeFile: end === file.length,
    end,
    claimedAt: claimedAt(file, at, length, second),
  };
}

/** The bytes between `<` and `>` that fill exactly what is not sealed. */
function hexAt(file: Buffer, from: number, to: number): Buffer | null {
  if (to - from > maxMessageLength || file[from] !== 0x3c || file[to - 1] !== 0x3e) return null;
  const hex = file.toString('latin1', from + 1, to - 1);
  return /^(?:[0-9a-f]{2})+$/iu.test(hex) ? Buffer.from(hex, 'hex') : null;
}

/** The value of `M` in the dictionary of the seal, whose other entries stand around its range and its message. */
function claimedAt(file: Buffer, at: number, messageFrom: number, messageTo: number): Date | null {
  const before = file.toString('latin1', Math.max(0, at - dictionary), Math.max(at, messageFrom));
  const after = file.toString('latin1', messageTo, messageTo + dictionary);
  const [own = ''] = before.split(' obj').slice(-1);
  return readDate(`${own} ${after.split('endobj')[0]}`);
}

/** A date of ISO 32000-1, 7.9.4, which must name its zone. */
function readDate(dictionary: string): Date | null {
  const date = /\/M\s{0,9}\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'(\d\d)'?)/u.exec(
    dictionary,
  );
  if (!date) return null;
  const [, year, month, day, hour, minute, second, zoneHour = '+00', zoneMinute = '00'] = date;
  const read = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zoneHour}:${zoneMinute}`);
  return Number.isNaN(read.getTime()) ? null : read;
}
