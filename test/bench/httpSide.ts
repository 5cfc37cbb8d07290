import type { Sent } from './ask.ts';
import type { ChildServer } from './childServer.ts';
import type { Load } from './load.ts';
import type { Side } from './row.ts';

/** A server under load on one path; its processor time is that of its own process. */
export function httpSide(server: ChildServer, path: string, load: Load, headers: Sent = {}): Side {
  return {
    slice: async (ms) => {
      const before = await server.cpuMs();
      const asked = await load.run(`${server.address}${path}`, ms, headers);
      return { ...asked, cpuMs: (await server.cpuMs()) - before };
    },
  };
}
