import { ThreadEnded, threadClient } from '../threads/threadClient.ts';
import type { drawPhoto } from './drawPhoto.ts';
import type { inspect } from './inspect.ts';
import type { readTable } from './readTable.ts';
import type { reencodePicture } from './reencodePicture.ts';
import { refuse } from './refuse.ts';

/** What looks at files of others, and draws them anew. */
interface IntakeProcess {
  readonly inspect: typeof inspect;
  readonly readTable: typeof readTable;
  readonly reencodePicture: typeof reencodePicture;
  readonly drawPhoto: typeof drawPhoto;
}

/** What one process may take (MB): a progressive photograph of 40 million pixels takes 300. */
const maxMemoryMb = 400;

/**
 * Works on files in processes of their own, `together` at once: whatever a file does to one, the service goes on, and its memory
 * comes back with its end. A file is refused once it took `timeoutMs` (ms of work).
 */
export function intakeInProcess(timeoutMs: number, together: number): IntakeProcess {
  const options = { beside: import.meta.url, name: 'intakeProcess', timeoutMs, threads: together };
  const worker = threadClient<IntakeProcess>({ ...options, maxMemoryMb });
  const within = <Found>(work: Promise<Found>): Promise<Found> =>
    work.catch((error: unknown) => {
      if (error instanceof ThreadEnded) refuse('fileTooComplex');
      throw error;
    });
  return {
    inspect: (...given) => within(worker.inspect(...given)),
    readTable: (...given) => within(worker.readTable(...given)),
    reencodePicture: (...given) => within(worker.reencodePicture(...given)),
    drawPhoto: (...given) => within(worker.drawPhoto(...given)),
  };
}
