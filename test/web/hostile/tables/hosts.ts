import { ask, form, type Row, raw } from '../support/row.ts';

/** Hosts that are not ours. */
const foreign = [
  'elsewhere.example',
  'label.example.elsewhere.example',
  'elsewhere-label.example',
  'label.example:8080',
  'label.example:80:80',
  'label.example.',
  'label.example/x',
  'label.example?x',
  'label.example#x',
  'label.example@elsewhere.example',
  'user@label.example',
  'label.example, elsewhere.example',
  'label.example elsewhere.example',
  'label.example\\elsewhere.example',
  'label%2eexample',
  'l\xe0bel.example',
  'localhost',
  'localhost:1',
  'localhost.elsewhere.example',
  '127.0.0.2',
  '[::1',
  '[::1]:1',
  '0.0.0.0',
  '169.254.169.254',
  '"label.example"',
  '<script>alert(1)</script>',
  "' OR 1=1",
  '\x24{jndi:ldap://elsewhere.example}',
  '',
];

/** What proxies say of where a request came from; there is no proxy here. */
const forwarded = [
  'X-Forwarded-Host: elsewhere.example',
  'X-Host: elsewhere.example',
  'X-Forwarded-Server: elsewhere.example',
  'X-HTTP-Host-Override: elsewhere.example',
  'Forwarded: host=elsewhere.example;proto=https',
  'X-Forwarded-Proto: https',
  'X-Forwarded-For: 127.0.0.1',
  'X-Real-IP: 127.0.0.1',
  'True-Client-IP: 127.0.0.1',
];

const request = (target: string, hosts: readonly string[], version = '1.1') =>
  [
    `GET ${target} HTTP/${version}`,
    ...hosts.map((host) => `Host: ${host}`),
    'Connection: close',
    '',
    '',
  ].join('\r\n');

/** Requests that mean another host, or that make it hard to tell which. */
export const hosts: readonly Row[] = [
  ...foreign.map((host) => ask(`the host “${host}”`, '/fr/sign-in', 400, { headers: [`Host: ${host}`] })),
  ask('another host for data', '/api/v1/labels/MIE-26-00042-D', 400, {
    headers: ['Host: elsewhere.example'],
  }),
  ask('another host for an error', '/nothing', 400, { headers: ['Host: elsewhere.example'] }),
  ask('another host that a proxy would have corrected', '/fr/sign-in', 400, {
    headers: ['Host: elsewhere.example', 'X-Forwarded-Host: label.example'],
  }),
  form('a letter for another host', '/fr/sign-in', 'email=owner@specimen.example', 400, {
    headers: ['Host: elsewhere.example'],
  }),
  raw('two hosts, ours first', request('/fr/sign-in', ['label.example', 'elsewhere.example']), 400),
  raw('two hosts, ours last', request('/fr/sign-in', ['elsewhere.example', 'label.example']), 400),
  raw('our host twice', request('/fr/sign-in', ['label.example', 'label.example']), 400),
  raw(
    'two hosts for data',
    request('/api/v1/labels/MIE-26-00042-D', ['label.example', 'elsewhere.example']),
    400,
  ),
  raw('no host', request('/fr', []), 400, { early: true }),
  raw('no host in an old version', request('/fr', [], '1.0'), 400),
  raw('another host in an old version', request('/fr', ['elsewhere.example'], '1.0'), 400),
  raw(
    'a whole address of another host',
    request('http://elsewhere.example/fr/sign-in', ['label.example']),
    400,
  ),
  raw(
    'a whole address of ours under another host',
    request('http://label.example/fr/sign-in', ['elsewhere.example']),
    400,
  ),
  raw('a whole address of ours', request('http://label.example/fr/sign-in', ['label.example']), 200, {
    because: 'a proxy may ask like this (RFC 9112 3.2.2)',
  }),
  raw('a whole address with someone in it', request('http://user@label.example/fr', ['label.example']), 400),
  raw('a whole address with another port', request('http://label.example:8080/fr', ['label.example']), 400),
  raw('a whole address of another kind', request('file:///etc/passwd', ['label.example']), 400),
  raw(
    'a whole address of a script',
    request('javascript://label.example/%0aalert(1)', ['label.example']),
    404,
  ),
  raw(
    'a whole address of another machine’s data',
    request('http://169.254.169.254/latest/meta-data/', ['label.example']),
    400,
  ),
  raw('a whole address of a gopher', request('gopher://elsewhere.example/x', ['label.example']), 400),
  raw('an address that is none', request('http://[/fr', ['label.example']), 400),
  raw('an address without a host', request('http:///fr', ['label.example']), 400),
  raw(
    'a line that is folded into the host',
    'GET /fr HTTP/1.1\r\nHost: label.example\r\n elsewhere.example\r\nConnection: close\r\n\r\n',
    400,
    { early: true },
  ),
  raw(
    'a host with a space before its colon',
    'GET /fr HTTP/1.1\r\nHost : elsewhere.example\r\nHost: label.example\r\nConnection: close\r\n\r\n',
    400,
    { early: true },
  ),
  ...forwarded.map((header) =>
    ask(`a proxy that is not there: ${header}`, '/fr/sign-in', 200, {
      headers: [header],
      because: 'nothing of it is believed',
    }),
  ),
];
