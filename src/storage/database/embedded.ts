import type { Mongod, Progress, Source } from './obtain/source.ts';

/** The first `mongod` that one of the sources yields; otherwise one error with every source, its fault and its remedy. */
export async function embedded(sources: readonly Source[], progress: Progress): Promise<Mongod> {
  const faults: string[] = [];
  for (const source of sources) {
    try {
      const found = await source.find(progress);
      progress(`${source.name}: MongoDB ${found.version} (${found.binary})`);
      return found;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      progress(`${source.name}: ${reason}`);
      faults.push(`  ${faults.length + 1}. ${source.name}: ${reason}\n     ${source.remedy}`);
    }
  }
  throw new Error(
    `No database server was found, and none could be fetched. Tried in this order; any one of these will do:\n${faults.join('\n')}`,
  );
}
