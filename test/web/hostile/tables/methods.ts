import { gzipSync } from 'node:zlib';
import { ask, form, type Row, raw, send } from '../support/row.ts';

const signIn = '/fr/sign-in';
const fields = 'email=a@specimen.example';
const token = { headers: ['X-CSRF-Token: §csrf'] } as const;
const urlencoded = 'application/x-www-form-urlencoded';

/** Methods that no page takes. */
const odd = [
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'PROPPATCH',
  'MKCOL',
  'COPY',
  'MOVE',
  'LOCK',
  'UNLOCK',
  'SEARCH',
  'REPORT',
  'PURGE',
  'LINK',
  'MERGE',
  'SUBSCRIBE',
  'MKACTIVITY',
  'CHECKOUT',
  'M-SEARCH',
  'ACL',
  'BIND',
];

/** Words that are no method. */
const none = ['get', 'Get', 'FOO', 'TRACK', 'DEBUG', 'GETX', 'GE T', '', 'GET\0', '__proto__'];

/** Ways to say another method than the one of the first line. */
const overrides = ['X-HTTP-Method-Override: POST', 'X-HTTP-Method: DELETE', 'X-Method-Override: PUT'];

/** Kinds of bodies that no form of ours sends; their fields are not there. */
const unread = [
  'text/plain',
  'text/html',
  'text/xml',
  'application/xml',
  'application/soap+xml',
  'application/octet-stream',
  'application/graphql',
  'application/x-www-form-urlencoded-not',
  'application/yaml',
  'application/x-php',
  'image/svg+xml',
  'multipart/mixed; boundary=part',
  'x',
  '',
  ';',
  'application/json/x',
];

/** Encodings of text that are not ours. */
const charsets = ['utf-7', 'x-none', 'cp037', 'utf-8; charset=utf-7', '%00', '../../etc'];

const packed = gzipSync(Buffer.alloc(100 * 1024 * 1024, 'x'));
const external = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><x>&x;</x>';
const laughs = `<!DOCTYPE l [<!ENTITY a "x">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'abcdefghij'[i + 1]} "${`&${'abcdefghij'[i]};`.repeat(10)}">`).join('')}]><l>&j;</l>`;

/** Methods that no page takes, and bodies that are not what they say. */
export const methods: readonly Row[] = [
  ...odd.map((method) => ask(`the method ${method}`, `${method} ${signIn}`, 405)),
  ...['PUT', 'DELETE', 'POST', 'PATCH'].map((method) =>
    ask(`the method ${method} for data`, `${method} /api/v1/labels/MIE-26-00042-D`, 405),
  ),
  ...['PUT', 'DELETE'].map((method) =>
    ask(`the method ${method} for an asset`, `${method} /assets/style.css`, 405),
  ),
  ask('the method DELETE for a file', 'DELETE /fr/applications/§theirs', 405, { as: 'applicant' }),
  ask('a look at what only takes forms', '/fr/account/export', 405, { as: 'applicant' }),
  ask('the head of what only takes forms', 'HEAD /fr/sign-out', 405, { as: 'applicant' }),
  ask('a form for what only shows', 'POST /fr/lists/files', 405, { as: 'officer' }),
  ask('the method QUERY', `QUERY ${signIn}`, 405),
  ask('a tunnel', 'CONNECT elsewhere.example:443', 0, { early: true, because: 'the connection is closed' }),
  ...none.map((method) =>
    raw(
      `the method “${JSON.stringify(method)}”`,
      `${method} ${signIn} HTTP/1.1\r\nHost: label.example\r\nConnection: close\r\n\r\n`,
      400,
      { early: true },
    ),
  ),
  ...overrides.map((header) =>
    ask(`a method in a header: ${header}`, '/fr/sign-out', 405, { headers: [header] }),
  ),
  ...overrides.map((header) =>
    form(`a method in a header of a form: ${header}`, signIn, 'email=', 422, { headers: [header] }),
  ),
  form('a method in a field', signIn, `${fields}&_method=DELETE`, 422),
  ask('a method in the address', `${signIn}?_method=POST&email=a@specimen.example`, 200, {
    because: 'it is a look at the page',
  }),
  ...unread.map((type) =>
    send(`a form that says it is “${type}”`, signIn, type, [`csrf=§csrf&${fields}`], 403),
  ),
  ...unread.map((type) =>
    send(
      `JSON that says it is “${type}”, with the token`,
      signIn,
      type,
      ['{"email":"a@specimen.example"}'],
      422,
      token,
    ),
  ),
  ...charsets.map((charset) =>
    send(`a form in ${charset}`, signIn, `${urlencoded}; charset=${charset}`, [`csrf=§csrf&${fields}`], 400),
  ),
  ...charsets.map((charset) =>
    send(
      `JSON in ${charset}`,
      signIn,
      `application/json; charset=${charset}`,
      ['{"email":"a@specimen.example"}'],
      400,
      token,
    ),
  ),
  send(
    'JSON that says it is a form',
    signIn,
    urlencoded,
    ['{"csrf":"§csrf","email":"a@specimen.example"}'],
    403,
  ),
  send('a form that says it is JSON', signIn, 'application/json', [`csrf=§csrf&${fields}`], 400, token),
  ...[
    '{',
    '[1',
    '"x"',
    'null',
    '1',
    'true',
    '{"email":"a@specimen.example"}x',
    "{'email':'a'}",
    '{"email":NaN}',
    '{"email":"a",}',
    '/**/{}',
    '{"a":1}{"b":2}',
    ')]}\'{"a":1}',
  ].map((text) => send(`JSON of ${text}`, signIn, 'application/json', [text], 400, token)),
  send('an entity of XML from elsewhere', signIn, 'application/xml', [external], 422, token),
  send('a billion laughs', signIn, 'text/xml', [laughs], 422, token),
  send('an object of PHP', signIn, urlencoded, ['csrf=§csrf&email=O:8:"stdClass":0:{}'], 422),
  send(
    'an object of Java',
    signIn,
    'application/x-java-serialized-object',
    [Buffer.from('aced0005', 'hex')],
    422,
    token,
  ),
  send('a query of GraphQL', signIn, 'application/json', ['{"query":"{__schema{types{name}}}"}'], 422, token),
  send('parts without a boundary', '/fr/applications/§own/evidence', 'multipart/form-data', ['x'], 400, {
    as: 'applicant',
  }),
  send(
    'parts with an empty boundary',
    '/fr/applications/§own/evidence',
    'multipart/form-data; boundary=',
    ['x'],
    403,
    { as: 'applicant' },
  ),
  send(
    'parts with a boundary that never comes',
    '/fr/applications/§own/evidence',
    'multipart/form-data; boundary=other',
    ['--part\r\n\r\nx'],
    400,
    { as: 'applicant' },
  ),
  send(
    'parts that are cut off',
    '/fr/applications/§own/evidence',
    'multipart/form-data; boundary=part',
    ['--part\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n§csrf'],
    400,
    { as: 'applicant' },
  ),
  send(
    'a part without a name',
    '/fr/applications/§own/evidence',
    'multipart/form-data; boundary=part',
    ['--part\r\nContent-Disposition: form-data\r\n\r\nx\r\n--part--\r\n'],
    400,
    { as: 'applicant' },
  ),
  send(
    'parts for a page that takes none',
    signIn,
    'multipart/form-data; boundary=part',
    ['--part\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n§csrf\r\n--part--\r\n'],
    403,
  ),
  send('a form that unpacks to 100 MB', signIn, urlencoded, [packed], 413, {
    headers: ['Content-Encoding: gzip'],
  }),
  send('JSON that unpacks to 100 MB', signIn, 'application/json', [packed], 413, {
    headers: ['Content-Encoding: gzip', 'X-CSRF-Token: §csrf'],
  }),
  send(
    'parts that unpack to 100 MB',
    '/fr/applications/§own/evidence',
    'multipart/form-data; boundary=part',
    [packed],
    400,
    { as: 'applicant', headers: ['Content-Encoding: gzip'] },
  ),
  ...['zip', 'x-none', 'gzip, gzip', 'compress', 'zstd'].map((encoding) =>
    send(`a form that is packed in ${encoding}`, signIn, urlencoded, [`csrf=§csrf&${fields}`], 400, {
      headers: [`Content-Encoding: ${encoding}`],
    }),
  ),
  send('a form that says it is packed', signIn, urlencoded, [`csrf=§csrf&${fields}`], 400, {
    headers: ['Content-Encoding: gzip'],
  }),
  send(
    'a packed form that is cut off',
    signIn,
    urlencoded,
    [gzipSync('x'.repeat(100_000)).subarray(0, 50)],
    400,
    { headers: ['Content-Encoding: gzip'] },
  ),
];
