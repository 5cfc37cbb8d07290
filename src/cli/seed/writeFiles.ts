import type { Bulk, FileBulk } from '../../commands/ports/bulk.ts';
import { type FileOrder, specimenFile } from './specimenFiles.ts';

const batchSize = 50;

/** Writes specimens of files in batches, each whole or not at all; ends early once `stopped` says so. Gives how many were written. */
export async function writeFiles(
  to: FileBulk & Pick<Bulk, 'takeNumbers'>,
  order: FileOrder & { readonly files: number },
  run: { progress(written: number): void; stopped(): boolean },
): Promise<number> {
  const year = order.today.slice(0, 4);
  let written = 0;
  while (written < order.files && !run.stopped()) {
    const count = Math.min(batchSize, order.files - written);
    const first = await to.takeNumbers(`application-${year}`, count);
    const numbers = Array.from({ length: count }, (_, n) => first + n);
    const idOf = (n: number) => `A-${year}-${String(n).padStart(6, '0')}`;
    await to.addFiles(numbers.map((n) => specimenFile(n, idOf(n), order)));
    written += count;
    run.progress(written);
  }
  return written;
}
