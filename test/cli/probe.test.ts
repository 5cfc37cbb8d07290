import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { builtCli } from '../support/servers/builtCli.ts';

async function probe(environment: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...environment };
  const child = spawn(process.execPath, [builtCli, 'probe', ...args], { env });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  const [status] = await once(child, 'close');
  return { status, text };
}

/** What is set, what is asked, and what comes of it where a port answers `/healthz` and does not answer `/readyz`. */
const rows: readonly (readonly [
  string,
  (port: number) => Readonly<Record<string, string>>,
  string[],
  RegExp,
])[] = [
  ['the web', (port) => ({ PORT: String(port), HOST: '127.0.0.1' }), [], /^0 alive\n$/],
  [
    'the second port before the web',
    (port) => ({ PORT: '1', METRICS_PORT: String(port), METRICS_HOST: '0.0.0.0' }),
    [],
    /^0 alive\n$/,
  ],
  [
    'a service that cannot work',
    (port) => ({ PORT: String(port) }),
    ['--ready'],
    /^1 .*\/readyz answers 503: database\n$/,
  ],
  ['nobody', () => ({ PORT: '1' }), [], /^1 .*:1\/healthz gives no answer: /],
  [
    'workers without a port',
    () => ({ SERVICES: 'workers', PUBLIC_URL: 'http://localhost:3000' }),
    [],
    /^1 METRICS_PORT must be set/,
  ],
];

describe('made-in-ess probe', () => {
  const server = createServer(({ url }, answer) =>
    answer.writeHead(url === '/healthz' ? 200 : 503).end(url === '/healthz' ? 'alive\n' : 'database\n'),
  );
  before(() => once(server.listen(0, '127.0.0.1'), 'listening'));
  after(() => server.close());

  for (const [whom, settings, args, expected] of rows) {
    it(`asks ${whom}`, async () => {
      const { status, text } = await probe(settings((server.address() as AddressInfo).port), ...args);
      expect(`${status} ${text}`).match(expected);
    });
  }
});
