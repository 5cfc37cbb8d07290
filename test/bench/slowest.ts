import type { ChildServer } from './childServer.ts';
import type { Side } from './row.ts';

/** Asks one thing after the other, so that nothing waits for its turn, and looks at the slowest hundredth. */
export function slowest(server: Pick<ChildServer, 'cpuMs'>, ask: () => Promise<unknown>): Side {
  return {
    slice: async (ms) => {
      const [start, before] = [performance.now(), await server.cpuMs()];
      const took: number[] = [];
      do {
        const asked = performance.now();
        await ask();
        took.push(performance.now() - asked);
      } while (performance.now() < start + ms);
      took.sort((a, b) => a - b);
      const tailMs = took[Math.floor(took.length * 0.99)] ?? Number.NaN;
      const cpuMs = (await server.cpuMs()) - before;
      return { calls: took.length, ms: performance.now() - start, cpuMs, tailMs };
    },
  };
}
