import type { Deps } from '../ports/ports.ts';
import { earlierFile } from './earlierFile.ts';
import type { FrozenFile } from './frozenFile.ts';
import { givenWords, sponsoredSince } from './sponsors.ts';

export type BesideFile = Awaited<ReturnType<typeof besideFile>>;

/** Loads it; who may see the file is for the caller to say. */
export async function besideFile(deps: Deps, file: FrozenFile) {
  const [sponsors, sponsored, earlier] = await Promise.all([
    givenWords(deps, file.application.id),
    sponsoredSince(deps, file.application.context.organisationId),
    earlierFile(deps, file),
  ]);
  return { sponsors, sponsored, earlier };
}
