import { createReadStream } from 'node:fs';

/** The bytes of a file, or of standard input for `-`; nothing is opened before they are asked for. */
export async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  yield* file === '-' ? process.stdin : createReadStream(file);
}
