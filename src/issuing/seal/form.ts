/** A message to fill in: to write each anew takes longer than to sign it, and row 8b of docs/performance.md over its goal. */
export interface Form {
  readonly bytes: Buffer;
  readonly places: readonly number[];
}

/** A form of a message written with blanks, each of which stands in it once. */
export function form(bytes: Buffer, blanks: readonly Buffer[]): Form {
  return { bytes, places: blanks.map((blank) => bytes.indexOf(blank)) };
}

/** A copy of the message with its blanks filled, each by bytes as long as the blank. */
export function fill({ bytes, places }: Form, values: readonly Uint8Array[]): Buffer {
  const filled = Buffer.from(bytes);
  values.forEach((value, i) => {
    filled.set(value, places[i]);
  });
  return filled;
}

/** What stands in a form for what is filled in later: no digest and no signature is made of one byte. */
export const blank = {
  digest: Buffer.alloc(32, 0xd1),
  signature: (length: number) => Buffer.alloc(length, 0x51),
};
