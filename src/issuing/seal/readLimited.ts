/** The body of an answer; throws when it is longer than it may be. */
export async function readLimited({ body, url }: Response, maxLength: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    length += chunk.byteLength;
    if (length > maxLength) throw new Error(`${url} answers without end`);
  }
  return Buffer.concat(chunks);
}
