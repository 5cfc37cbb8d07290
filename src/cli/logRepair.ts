import { repairLog } from '../commands/transparency/repairLog.ts';
import { readConfig } from '../config.ts';
import { withStorage } from './withStorage.ts';

/** Makes tiles of the public log anew that were lost or damaged, where its entries still lead to the head that was signed. */
export async function logRepair(): Promise<void> {
  await withStorage(readConfig(), async ({ store }) => {
    if (!(await store.logHead())) throw new Error('No log has begun here: it begins by itself.');
    const mended = await repairLog({ store });
    if (mended === null)
      throw new Error(
        'Entries of the log are lost or changed: they do not lead to the head that was published. Nothing was changed. Restore a backup (docs/operation.md#public-log).',
      );
    console.log(mended === 0 ? 'Every tile matches its entries.' : `Tiles rebuilt: ${mended}.`);
  });
}
