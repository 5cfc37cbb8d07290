import { type Tracing, untraced } from '../commands/ports/watchPorts.ts';
import type { Config } from '../config.ts';
import { ownVersion } from './ownVersion.ts';

/** Traces for the collector that is set; what makes them is loaded only then. */
export async function openTracing({
  tracesTo,
}: Pick<Config, 'tracesTo'>): Promise<Tracing & { stop(): Promise<void> }> {
  if (tracesTo === null) return { ...untraced, stop: async () => {} };
  const { createTracing } = await import('../telemetry/createTracing.ts');
  return createTracing(tracesTo, ownVersion());
}
