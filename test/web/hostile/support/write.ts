import type { Message, Piece, Values } from './message.ts';

/** The bytes of a request, its places filled in. */
export async function write({ head, body, raw }: Message, values: Values): Promise<Buffer> {
  const content = Buffer.concat(await Promise.all(body.map((piece) => bytesOf(piece, values))));
  const start = filled(head, values);
  // A head is bytes: `\xff` in a table is the byte ff on the wire.
  if (raw) return Buffer.from(start, 'latin1');
  const framed = content.length === 0 || /^(?:content-length|transfer-encoding):/im.test(start);
  const length = framed ? '' : `\r\nContent-Length: ${content.length}`;
  return Buffer.concat([Buffer.from(`${start}${length}\r\n\r\n`, 'latin1'), content]);
}

async function bytesOf(piece: Piece, values: Values): Promise<Buffer> {
  if (typeof piece === 'function') return piece();
  return typeof piece === 'string' ? Buffer.from(filled(piece, values)) : piece;
}

/** A name that the scene does not have is a mistake of the table. */
function filled(text: string, values: Values): string {
  return text.replaceAll(/§(\w+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the scene has no ${name}`);
    return value;
  });
}
