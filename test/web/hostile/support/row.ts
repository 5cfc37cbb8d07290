import type { Message, Piece, Sender, Values } from './message.ts';
import type { Scene } from './scene.ts';

/** One hostile request, and what becomes of it. */
export interface Row extends Message {
  readonly name: string;
  /** Of the answer; 0 when the connection is closed without one. A list where versions of Node.js differ. */
  readonly status: number | readonly number[];
  /** Why it is no 4xx: what was sent is inert, or the connection is closed. */
  readonly because?: string;
  /** Refused by the server before any page of ours is asked. */
  readonly early?: true;
  /** What must have happened before: signing in, asking for a code. Its values go over those of the scene. */
  readonly prepare?: Prepare;
}

/** What makes the values of a row before it is sent. */
export type Prepare = (scene: Scene) => Promise<Values>;

/** What can be said of a request beside its address and body. */
export interface Also {
  readonly as?: Sender;
  readonly because?: string;
  readonly early?: true;
  readonly prepare?: Prepare;
  /** Lines of the head, in place of the usual ones of the same name. */
  readonly headers?: readonly string[];
}

const usual = ['Host: label.example', 'Accept: text/html', 'Connection: close', 'Cookie: §cookie'];

/** A request with any method and no body. */
export function ask(name: string, target: string, status: Row['status'], also: Also = {}): Row {
  const [method = '', address = ''] = /^[A-Z-]+ /.test(target) ? words(target) : ['GET', target];
  return { ...rowOf(name, status, also), head: headOf(`${method} ${address}`, also), body: [] };
}

/** A form, with the token of the session before its fields. */
export function form(
  name: string,
  path: string,
  fields: string | Piece[],
  status: Row['status'],
  also: Also = {},
): Row {
  const pieces = typeof fields === 'string' ? [fields] : fields;
  return send(name, path, 'application/x-www-form-urlencoded', ['csrf=§csrf&', ...pieces], status, also);
}

/** JSON as it stands, with the token in its header. */
export function json(
  name: string,
  path: string,
  text: string | Piece[],
  status: Row['status'],
  also: Also = {},
): Row {
  const headers = ['X-CSRF-Token: §csrf', ...(also.headers ?? [])];
  const pieces = typeof text === 'string' ? [text] : text;
  return send(name, path, 'application/json', pieces, status, { ...also, headers });
}

/** A body as it stands, of any type; without a token. */
export function send(
  name: string,
  path: string,
  type: string,
  body: readonly Piece[],
  status: Row['status'],
  also: Also = {},
): Row {
  const headers = [`Content-Type: ${type}`, ...(also.headers ?? [])];
  return { ...rowOf(name, status, also), head: headOf(`POST ${path}`, { ...also, headers }), body };
}

/** One part of a form of parts: the lines of its head, and what it holds. */
export type Part = readonly [string, Piece];

/** A form of parts, with the token first. */
export function parts(
  name: string,
  path: string,
  list: readonly Part[],
  status: Row['status'],
  also: Also = {},
): Row {
  const all: readonly Part[] = [['Content-Disposition: form-data; name="csrf"', '§csrf'], ...list];
  const body = all.flatMap(([head, content]) => [`--part\r\n${head}\r\n\r\n`, content, '\r\n']);
  return send(name, path, 'multipart/form-data; boundary=part', [...body, '--part--\r\n'], status, also);
}

/** A file sent as evidence of the applicant's own application. */
export function upload(
  name: string,
  file: string,
  content: Piece,
  status: Row['status'],
  also: Also = {},
): Row {
  const head = `Content-Disposition: form-data; name="file"; filename="${file}"\r\nContent-Type: application/pdf`;
  return parts(name, '/fr/applications/§own/evidence', [[head, content]], status, {
    as: 'applicant',
    ...also,
  });
}

/** A whole request as bytes on the wire, one character each. */
export function raw(name: string, bytes: string, status: Row['status'], also: Also = {}): Row {
  return { ...rowOf(name, status, also), head: bytes, body: [], raw: true };
}

function rowOf(name: string, status: Row['status'], { as = 'visitor', because, early, prepare }: Also) {
  return {
    name,
    status,
    as,
    ...(because !== undefined && { because }),
    ...(early && { early }),
    ...(prepare && { prepare }),
  };
}

function headOf(line: string, { headers = [] }: Also): string {
  const name = (header: string) => header.slice(0, header.indexOf(':')).toLowerCase();
  const given = new Set(headers.map(name));
  return [`${line} HTTP/1.1`, ...usual.filter((header) => !given.has(name(header))), ...headers].join('\r\n');
}

function words(target: string): readonly string[] {
  const space = target.indexOf(' ');
  return [target.slice(0, space), target.slice(space + 1)];
}
