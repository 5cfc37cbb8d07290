import { probe } from './probe.ts';
import type { Mongod } from './source.ts';

/** The first usable one of some binaries; throws with what was wrong with each, or with what `otherwise` says of none. */
export async function firstUsable(
  binaries: readonly string[],
  otherwise: string,
  dataSeries: string | undefined,
): Promise<Mongod> {
  const faults: string[] = [];
  for (const binary of binaries) {
    try {
      return await probe(binary, dataSeries);
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(faults.join('; ') || otherwise);
}
