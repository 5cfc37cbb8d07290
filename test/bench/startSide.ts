import { ask } from './ask.ts';
import { childServer, type ServerProgram } from './childServer.ts';
import type { Side } from './row.ts';

/** Starts a program, asks for one page, ends it, and starts it again: a call lasts from the start to the answer. */
export function startSide(program: ServerProgram, path: string): Side {
  return {
    slice: async (sliceMs) => {
      let [calls, ms, cpuMs] = [0, 0, 0];
      do {
        const start = performance.now();
        const server = await childServer(program);
        await ask(`${server.address}${path}`);
        ms += performance.now() - start;
        cpuMs += await server.cpuMs();
        calls += 1;
        await server.stop();
      } while (ms < sliceMs);
      return { calls, ms, cpuMs };
    },
  };
}
