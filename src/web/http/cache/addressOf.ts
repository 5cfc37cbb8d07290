import type { IncomingMessage } from 'node:http';

/** No page that is requested twice has a longer address. */
const maxLength = 500;

/**
 * What an answer is cached by: the host as the application was asked for it, and the path with its query. Null for what is never
 * cached: other methods than GET and HEAD, parts of a file, what comes with a key, whole addresses in the first line, a host that came twice.
 */
export function addressOf({ method, url = '', headers, rawHeaders }: IncomingMessage): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (!url.startsWith('/') || url.length > maxLength) return null;
  const { host, range, 'x-forwarded-host': forwarded = '', 'x-forwarded-proto': proto = '' } = headers;
  if (
    host === undefined ||
    range !== undefined ||
    headers.authorization !== undefined ||
    cameTwice('host', rawHeaders)
  )
    return null;
  return forwarded === '' && proto === '' ? host + url : `${host} ${forwarded} ${proto} ${url}`;
}

/** Only the raw headers tell: Node.js gives the first one of those that are sent twice. */
function cameTwice(name: string, raw: readonly string[]): boolean {
  let times = 0;
  for (let i = 0; i < raw.length; i += 2) {
    if (raw[i]?.length === name.length && raw[i]?.toLowerCase() === name) times += 1;
  }
  return times > 1;
}
