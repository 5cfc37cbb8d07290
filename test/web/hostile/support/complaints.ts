import type { Answer } from './exchange.ts';
import type { Row } from './row.ts';

/** Headers of every answer of ours, page or problem, and what they say. */
const secure: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /default-src 'none'.*frame-ancestors 'none'/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'x-request-id': /^\w+$/,
};

/** What tells a stranger how the service is made, or runs what they sent. */
const never: Readonly<Record<string, RegExp>> = {
  'a line of a stack': /\n\s+at .+:\d+:\d+/,
  'a path of the machine': /node_modules|\/src\/\w+|file:\/\/\/(?!etc)|\.ts:\d/,
  'an error of a library':
    /Mongo\w*Error|E11000|CastError|ZodError|TypeError|SyntaxError|RangeError|MulterError/,
  'what was sent, as a page': /<script>alert|<img src=x|<svg\/onload|<script>1<\/script>/,
  'what a file of the machine holds': /root:.*:0:0:|"name": "made-in-ess",/,
};

/** What is wrong with the answer to a row; nothing when all is well. */
export function complaints(row: Row, answer: Answer): string[] {
  const { status, headers, body, count } = answer;
  const said = [row.status].flat();
  const wrong = [
    ...(said.includes(status) ? [] : [`answers ${status}, not ${said.join(' or ')}`]),
    ...(count > 1 ? [`answers ${count} times`] : []),
    ...(headers['x-injected'] ? ['takes a header from the request'] : []),
    ...['server', 'x-powered-by'].filter((name) => headers[name]).map((name) => `says what it is in ${name}`),
    ...Object.entries(never).flatMap(([what, pattern]) => (pattern.test(body) ? [`shows ${what}`] : [])),
    ...(headers.location?.some((place) => !/^\/(?![/\\])/.test(place))
      ? [`leads to ${headers.location}`]
      : []),
  ];
  return [
    ...wrong,
    ...(headers['x-request-id'] || status === 0 ? ours(row, answer) : earlyAnswer(row, answer)),
  ];
}

/** The answer of the server alone, to what never became a request: it says nothing, and the connection ends. */
function earlyAnswer({ early }: Row, { headers, body }: Answer): string[] {
  return [
    ...(early ? [] : ['is no answer of ours']),
    ...(body === '' ? [] : ['says something before it is asked']),
    ...(headers.connection?.includes('close') ? [] : ['goes on after what is no request']),
  ];
}

/** A page or a problem of ours. */
function ours({ head }: Row, { status, headers, body }: Answer): string[] {
  if (status === 0) return [];
  const shown = status >= 400 && !head.startsWith('HEAD');
  const missing = Object.entries(secure)
    .filter(([name, value]) => !(headers[name]?.length === 1 && value.test(headers[name][0] ?? '')))
    .map(([name]) => `lacks ${name}`);
  const must = { 405: 'allow', 429: 'retry-after' }[status];
  return [
    ...missing,
    ...(camera(headers, body) ? [] : ['lets the camera be used, or does not where it scans']),
    ...(must && !headers[must] ? [`lacks ${must}`] : []),
    ...(shown && !isOurs(headers['content-type']?.[0] ?? '', body, status)
      ? [`is no page of ours: ${body.slice(0, 60)}`]
      : []),
  ];
}

/** The camera is for the one page that scans. */
function camera(headers: Answer['headers'], body: string): boolean {
  const said = headers['permissions-policy'] ?? [];
  return (
    said.length === 1 &&
    said[0]?.includes(/\/assets\/scan\.js/.test(body) ? 'camera=(self)' : 'camera=()') === true
  );
}

function isOurs(type: string, body: string, status: number): boolean {
  if (body === '') return false;
  if (type.startsWith('application/problem+json')) {
    const { type: urn, status: said, title } = JSON.parse(body);
    return /^urn:made-in-ess:error:\w+$/.test(urn) && said === status && title !== '';
  }
  if (type.startsWith('image/svg+xml')) return body.startsWith('<svg') && !body.includes('<script');
  if (type.startsWith('text/plain')) return body === 'This address cannot be read.\n';
  return type.startsWith('text/html') && body.startsWith('<!doctype html>') && body.split('<h1').length === 2;
}
