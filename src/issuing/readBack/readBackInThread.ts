import { maxFileBytes, type ReadingBack } from '../../commands/verify/verifyFile.ts';
import { ThreadEnded, threadClient } from '../../threads/threadClient.ts';

/** Threads that read beside each other, so that a slow file keeps nobody waiting. */
const threads = 3;
/** How long one file may be worked on (ms), the work of all readers counted: ours take a twentieth of a reader's share. */
const usualTimeoutMs = 2000 * threads;
/** What the thread's objects may take (MB), all libraries with them; bytes are counted in the thread. */
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };

/**
 * Reads files in threads of their own. Whatever a file does to one, the service goes on, and the file is `tooHeavy`; so it is where no
 * thread can work on this machine, which `report` is told.
 */
export function readBackInThread(
  timeoutMs = usualTimeoutMs,
  report: (error: unknown) => void = () => {},
): ReadingBack {
  const options = { beside: import.meta.url, name: 'readBackThread', timeoutMs, threads, resourceLimits };
  const thread = threadClient<ReadingBack>(options);
  const gaveUp = (error: unknown) => {
    if (!(error instanceof ThreadEnded)) report(error);
  };
  return {
    read: async (bytes, keys) => {
      if (bytes.length > maxFileBytes) return { flaw: 'tooLarge' };
      return thread.read(bytes, keys).catch((error: unknown) => {
        gaveUp(error);
        return { flaw: 'tooHeavy' };
      });
    },
    presentation: (presentation, keys) =>
      thread.presentation(presentation, keys).catch((error: unknown) => {
        gaveUp(error);
        return null;
      }),
  };
}
