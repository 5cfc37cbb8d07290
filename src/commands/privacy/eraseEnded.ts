import { LabelError } from '../../errors.ts';
import { eraseContent } from '../application/eraseContent.ts';
import type { Application } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';

const pageSize = 100;
/** Ends without a label; a refusal is one once nobody can appeal against it any more. */
const ended: readonly Application['state'][] = ['closed', 'withdrawn', 'lapsed'];

/** Erases what was typed and added for files that ended without a label before `limit` (ISO instant). Gives how many. */
export async function eraseEnded(deps: Deps, now: Date, limit: string): Promise<number> {
  let count = 0;
  for (let last = ''; ; ) {
    const page = await deps.store.filesWithContent(ended, limit, { limit: pageSize, last });
    for (const file of page) if (await eraseOne(deps, file, now, limit)) count += 1;
    last = page.at(-1)?.id ?? '';
    if (page.length < pageSize) return count;
  }
}

async function eraseOne(deps: Deps, file: Application, now: Date, limit: string): Promise<boolean> {
  const end = await deps.store.lastRecord(`applications/${file.id}`);
  if (!end || end.at >= limit) return false;
  try {
    await eraseContent(deps, file, { at: now.toISOString(), ended: true });
    return true;
  } catch (error) {
    if (error instanceof LabelError && error.code === 'stale') return false;
    throw error;
  }
}
