import { maxFileBytes, type ReadingBack } from '../../commands/verify/verifyFile.ts';
import { ThreadEnded, threadClient } from '../../threads/threadClient.ts';

/** Processes that read beside each other, so that a slow file keeps nobody waiting. */
const threads = 2;
/** How long one file may be worked on (ms of work): ours take a twentieth of it. */
const usualTimeoutMs = 4000;
/** What one process may take (MB), all libraries with it; what a PDF unpacks to is counted in the process. */
const maxMemoryMb = 300;

/**
 * Reads files in processes of their own. Whatever a file does to one, the service goes on, and the file is `tooHeavy`; so it is where no
 * process can work on this machine, which `report` is told.
 */
export function readBackInProcess(
  timeoutMs = usualTimeoutMs,
  report: (error: unknown) => void = () => {},
): ReadingBack {
  const options = { beside: import.meta.url, name: 'readBackProcess', timeoutMs, threads, maxMemoryMb };
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
