import { connect, type Socket } from 'node:net';

/** What came back on one connection. */
export interface Answer {
  /** Of the first answer; 0 when the connection was closed without one. */
  readonly status: number;
  /** Of the first answer, by lower-case name, in the order they came. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
  /** Answers on this connection in all. */
  readonly count: number;
}

/** Writes bytes to a connection of their own and reads until the server closes it. */
export async function exchange(port: number, bytes: Buffer): Promise<Answer> {
  const socket = open(port);
  // Not ended from here: what a server does with half a request is the question.
  socket.write(bytes);
  return readAnswer(await everything(socket));
}

/** A connection that a test writes to as it likes; a server that closes it early is no error of the test. */
export function open(port: number): Socket {
  return connect({ port, host: '127.0.0.1' }).on('error', () => undefined);
}

/** All that a server writes before it closes the connection. */
export async function everything(socket: Socket): Promise<Buffer> {
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  await new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return Buffer.concat(parts);
}

/** The first answer in what was read, and how many there are. */
export function readAnswer(read: Buffer): Answer {
  const first = answerIn(read);
  if (!first) return { status: 0, headers: {}, body: '', count: 0 };
  const { rest, ...answer } = first;
  return { ...answer, count: 1 + (rest.length > 0 ? readAnswer(rest).count : 0) };
}

function answerIn(read: Buffer): (Omit<Answer, 'count'> & { readonly rest: Buffer }) | null {
  const end = read.indexOf('\r\n\r\n');
  const [first = '', ...lines] = read.subarray(0, Math.max(0, end)).toString('latin1').split('\r\n');
  const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(first) ?? [];
  if (status === undefined) return null;
  const after = read.subarray(end + 4);
  // `100 Continue` is no answer yet.
  if (status === '100') return answerIn(after);
  const headers: Record<string, string[]> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    headers[name] = [...(headers[name] ?? []), line.slice(colon + 1).trim()];
  }
  const { body, rest } = bodyIn(headers, after);
  return { status: Number(status), headers, body: body.toString('utf8'), rest };
}

function bodyIn(headers: Answer['headers'], after: Buffer): { body: Buffer; rest: Buffer } {
  if (headers['transfer-encoding']?.includes('chunked')) return chunksIn(after);
  const length = Number(headers['content-length']?.[0] ?? 0);
  return { body: after.subarray(0, length), rest: after.subarray(length) };
}

function chunksIn(after: Buffer): { body: Buffer; rest: Buffer } {
  const parts: Buffer[] = [];
  let rest = after;
  for (;;) {
    const line = rest.indexOf('\r\n');
    const size = Number.parseInt(rest.subarray(0, Math.max(0, line)).toString('latin1'), 16);
    if (!(size > 0)) return { body: Buffer.concat(parts), rest: rest.subarray(line + 4) };
    parts.push(rest.subarray(line + 2, line + 2 + size));
    rest = rest.subarray(line + 2 + size + 2);
  }
}
