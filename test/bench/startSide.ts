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
        const answer = await fetch(`${server.address}${path}`);
        await answer.arrayBuffer();
        ms += performance.now() - start;
        cpuMs += await server.cpuMs();
        calls += 1;
        await server.stop();
        if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`);
      } while (ms < sliceMs);
      return { calls, ms, cpuMs };
    },
  };
}
