import { openStorage, type Storage } from '../boot/openStorage.ts';
import type { Config } from '../config.ts';

/** Works with what is stored, and closes the database in any case. */
export async function withStorage<T>(
  config: Config,
  work: (storage: Storage) => Promise<T>,
  progress: (line: string) => void = () => {},
): Promise<T> {
  const storage = await openStorage(config, progress);
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}
