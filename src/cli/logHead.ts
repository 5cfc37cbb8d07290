import { readConfig } from '../config.ts';
import { withStorage } from './withStorage.ts';

/** Prints the head of the public log that was published last, as `/log/checkpoint` answers it. */
export async function logHead(): Promise<void> {
  await withStorage(readConfig(), async ({ store }) => {
    const checkpoint = (await store.logHead())?.checkpoint;
    if (!checkpoint) throw new Error('Nothing was published yet: the log begins by itself.');
    process.stdout.write(checkpoint.note);
  });
}
