import { latestFigures } from '../../exchange/views/yearFigures.ts';
import type { Deps } from '../../ports/ports.ts';

export type PublishedSteps = Awaited<ReturnType<typeof publishedSteps>>;

/** How long each step took, as it was published last: the same for everybody until it is published anew. */
export async function publishedSteps(deps: Pick<Deps, 'store' | 'clock'>) {
  const latest = await latestFigures(deps);
  const steps = latest?.figures.procedure?.steps ?? [];
  return {
    /** The last day that is counted; null where nothing was published yet. */
    on: steps.length > 0 ? (latest?.figures.on ?? null) : null,
    took: Object.fromEntries(steps.map(({ step, took }) => [step, took])),
  };
}
