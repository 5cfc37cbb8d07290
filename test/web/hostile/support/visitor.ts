import { tokenIn } from '../../../support/web.ts';
import { type Answer, exchange } from './exchange.ts';
import type { Values } from './message.ts';

/** A browser of the plainest kind, over a connection for each request: it keeps cookies and the last token it was shown. */
export interface Visitor {
  get(path: string): Promise<Answer>;
  post(path: string, fields: Values): Promise<Answer>;
  /** Its cookies and its token as a row names them. */
  values(): Values;
}

/** Opens one on a port of this machine; it means `host`. */
export function openVisitor(port: number, host: string, cookie = ''): Visitor {
  const jar = new Map(cookie === '' ? [] : cookie.split('; ').map((pair) => pairOf(pair)));
  let csrf = '';
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const send = async (line: string, body = ''): Promise<Answer> => {
    const head = [
      `${line} HTTP/1.1`,
      `Host: ${host}`,
      'Accept: text/html',
      'Connection: close',
      `Cookie: ${cookies()}`,
      ...(body === '' ? [] : ['Content-Type: application/x-www-form-urlencoded']),
      `Content-Length: ${Buffer.byteLength(body)}`,
    ];
    const answer = await exchange(port, Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`));
    for (const line of answer.headers['set-cookie'] ?? []) jar.set(...pairOf(line));
    csrf = tokenIn(answer.body) || csrf;
    return answer;
  };
  return {
    get: (path) => send(`GET ${path}`),
    post: (path, fields) => send(`POST ${path}`, new URLSearchParams({ csrf, ...fields }).toString()),
    values: () => ({ cookie: cookies(), csrf }),
  };
}

function pairOf(line: string): [string, string] {
  const pair = line.split(';')[0] ?? '';
  const equals = pair.indexOf('=');
  return [pair.slice(0, equals), pair.slice(equals + 1)];
}
