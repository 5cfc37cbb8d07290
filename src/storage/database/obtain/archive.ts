import type { RequestOptions } from 'node:https';
import { keepInCache } from './cache.ts';
import type { Mongod, Progress } from './source.ts';
import { requireUsable } from './version.ts';

const version = '8.0.21';
const timeoutMs = 20_000;

/** Fetches MongoDB's own build for this system, digest checked; gives up at once without a network. */
export async function archive(cacheDir: string, progress: Progress, dataSeries?: string): Promise<Mongod> {
  requireUsable(version, dataSeries);
  const { DryMongoBinary } = await import('mongodb-memory-server-core/lib/util/DryMongoBinary.js');
  const { MongoBinaryDownload } = await import('mongodb-memory-server-core/lib/util/MongoBinaryDownload.js');

  /** One attempt with a short silence allowed, and progress told to our caller instead of the console. */
  class Download extends MongoBinaryDownload {
    private toldAt = 0;

    override httpDownload(url: URL, options: RequestOptions, place: string, partial: string) {
      return super.httpDownload(url, options, place, partial, 1, 0, timeoutMs);
    }

    override printDownloadProgress(chunk: { length: number }): void {
      this.dlProgress.current += chunk.length;
      const percent = Math.floor((100 * this.dlProgress.current) / this.dlProgress.length);
      if (percent < this.toldAt + 10) return;
      this.toldAt = percent;
      progress(`MongoDB ${version}: ${percent} % of ${this.dlProgress.totalMb} MB`);
    }
  }

  return keepInCache(cacheDir, dataSeries, async (scratch) => {
    const options = await DryMongoBinary.generateOptions({ version, downloadDir: scratch });
    const download = new Download({ ...options, downloadDir: scratch, checkMD5: true });
    return download.getMongodPath().catch((error: Error) => {
      throw new Error(error.message.split('\n').at(-1));
    });
  });
}
