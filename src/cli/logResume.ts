import { readFile } from 'node:fs/promises';
import { Unread } from '../commands/transparency/audit/unread.ts';
import { type ResumeFault, resumeLog } from '../commands/transparency/resumeLog.ts';
import { readConfig } from '../config.ts';
import { keptHead, policyOf } from './logAudit/believed.ts';
import { withStorage } from './withStorage.ts';

/** What to do where the log cannot go on. */
const todo: Readonly<Record<ResumeFault, string>> = {
  longer:
    'More was published than is here, so the log cannot go on. Restore a newer backup, or end it as docs/operation.md#public-log says.',
  other:
    'That head is not the beginning of what is here, so the log cannot go on. End it as docs/operation.md#public-log says.',
};

/** Lets the public log go on after a restore, from the last head that was published: a signed head, or a proof out of a certificate. */
export async function logResume(file: string): Promise<void> {
  const bytes = await readFile(file);
  await withStorage(readConfig(), async ({ store }) => {
    const head = await store.logHead();
    if (!head) throw new Error('No log has begun here: it begins by itself.');
    const published = headIn(bytes, file, head.vkey);
    const counts = `${published.size} entries were published, ${head.edge.size} are here.`;
    const fault = await resumeLog({ store }, published);
    if (fault) throw new Error(`${counts} ${todo[fault]}`);
    console.log(`${counts} The log continues.`);
  });
}

function headIn(bytes: Buffer, file: string, vkey: string) {
  try {
    return keptHead(bytes, file, policyOf({ v: 1, log: vkey, witnesses: [], quorum: 0 }));
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    throw new Error(`${file} holds no head that this log signed.`, { cause: error });
  }
}
