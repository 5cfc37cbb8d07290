import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy before a service of production, as an operator's: browsers on this machine reach the public address through it. */
export async function frontProxy(port: number, publicUrl: string) {
  const { host } = new URL(publicUrl);
  const server = createServer((asked, answer) => {
    const { method, url: path } = asked;
    const headers = { ...asked.headers, host, 'x-forwarded-host': host, 'x-forwarded-for': '192.0.2.1' };
    if (asked.headers.origin !== undefined) headers.origin = publicUrl;
    const onwards = request({ host: '127.0.0.1', port, method, path, headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    onwards.on('error', () => answer.writeHead(502).end());
    asked.pipe(onwards);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}
