import type { Mongod, Progress, Way } from './obtain/way.ts';

/** The first `mongod` that one of the ways yields; otherwise one error with every way, its fault and its remedy. */
export async function embedded(ways: readonly Way[], progress: Progress): Promise<Mongod> {
  const faults: string[] = [];
  for (const way of ways) {
    try {
      const found = await way.find(progress);
      progress(`${way.name}: MongoDB ${found.version} (${found.binary})`);
      return found;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      progress(`${way.name}: ${reason}`);
      faults.push(`  ${faults.length + 1}. ${way.name}: ${reason}\n     ${way.remedy}`);
    }
  }
  throw new Error(
    `No database server was found, and none could be fetched. Tried in this order; any one of these will do:\n${faults.join('\n')}`,
  );
}
