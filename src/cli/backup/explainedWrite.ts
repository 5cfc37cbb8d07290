const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota of this account is used up',
  EFBIG: 'no file may be that large there',
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'its file system is read-only',
  ENOTDIR: 'a part of its path is not a folder',
  EEXIST: 'a part of its path is not a folder',
  EISDIR: 'it is a folder: end it with / for a file in it',
  EPIPE: 'the program that reads it has ended',
};

/**
 * Keeps the bytes of a backup by `write`; where the place itself refuses them, that is said in a sentence. What goes wrong with the bytes
 * before they are written stays as it is.
 */
export async function explainedWrite(
  place: string,
  bytes: AsyncIterable<Uint8Array>,
  write: (bytes: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<void> {
  let failed = false;
  const watched = async function* () {
    try {
      yield* bytes;
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  try {
    await write(watched());
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = reasons[code];
    if (failed || reason === undefined) throw error;
    throw new Error(
      `No backup was made: ${place} cannot be written, ${reason} (${code}). Nothing was left behind.`,
      { cause: error },
    );
  }
}
