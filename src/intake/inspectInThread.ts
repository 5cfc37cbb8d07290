import { ThreadEnded, threadClient } from '../threads/threadClient.ts';
import type { inspect } from './inspect.ts';
import type { readTable } from './readTable.ts';
import { refuse } from './refuse.ts';

/** What looks at files of others. */
interface Inspection {
  readonly inspect: typeof inspect;
  readonly readTable: typeof readTable;
}

/** What the thread's objects may take (MB); what is unpacked is bounded where it is unpacked. */
const resourceLimits = { maxOldGenerationSizeMb: 256 };

/**
 * Looks at files in threads of their own, `threads` at once: whatever a file does to one, the service goes on, and its memory
 * comes back with its end. A file is refused once it took `timeoutMs` (ms of work).
 */
export function inspectInThread(timeoutMs: number, threads: number): Inspection {
  const options = { beside: import.meta.url, name: 'inspectThread', timeoutMs, threads, resourceLimits };
  const thread = threadClient<Inspection>({ ...options, once: true });
  const within = <Found>(work: Promise<Found>): Promise<Found> =>
    work.catch((error: unknown) => {
      if (error instanceof ThreadEnded) refuse('fileTooComplex');
      throw error;
    });
  return {
    inspect: (...given) => within(thread.inspect(...given)),
    readTable: (...given) => within(thread.readTable(...given)),
  };
}
