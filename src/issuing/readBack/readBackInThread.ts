import { maxFileBytes, type ReadingBack } from '../../commands/verify/verifyFile.ts';
import { threadClient } from '../../threads/threadClient.ts';

/** Threads that read beside each other, so that a slow file keeps nobody waiting. */
const threads = 3;
/** How long one file may be worked on (ms), the work of all readers counted: ours take a twentieth of a reader's share. */
const usualTimeoutMs = 2000 * threads;
/** What the thread's objects may take (MB), all libraries with them; bytes are counted in the thread. */
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };

/** Reads files in threads of their own. Whatever a file does to one, the service goes on, and the file is `tooHeavy`. */
export function readBackInThread(timeoutMs = usualTimeoutMs): ReadingBack {
  const options = { beside: import.meta.url, name: 'readBackThread', timeoutMs, threads, resourceLimits };
  const thread = threadClient<ReadingBack>(options);
  return {
    read: async (bytes, keys) => {
      if (bytes.length > maxFileBytes) return { flaw: 'tooLarge' };
      return thread.read(bytes, keys).catch(() => ({ flaw: 'tooHeavy' }));
    },
    presentation: (presentation, keys) => thread.presentation(presentation, keys).catch(() => null),
  };
}
