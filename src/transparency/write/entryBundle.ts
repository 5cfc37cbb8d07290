/** No entry is longer: two bytes say how long it is. */
const maxLength = 0xffff;

/** Entries one after the other, each behind its length (C2SP tlog-tiles). */
export function entryBundle(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      if (entry.length > maxLength) throw new RangeError(`an entry of ${entry.length} bytes is too long`);
      return [Buffer.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}
