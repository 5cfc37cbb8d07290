/** A proof that an entry is in the log, to be checked by anyone who has its keys, without a network (C2SP tlog-proof). */
export function proofText(index: number, path: readonly Uint8Array[], checkpoint: string): string {
  const hashes = path.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('');
  return `c2sp.org/tlog-proof@v1\nindex ${index}\n${hashes}\n${checkpoint}`;
}
