import type { Sponsorship } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';
import { type EarlierFile, earlierFile } from './earlierFile.ts';
import type { FrozenFile } from './frozenFile.ts';
import { givenWords, type Sponsored, sponsoredSince } from './sponsors.ts';

/** What stands beside a frozen file for those who read it. */
export interface BesideFile {
  /** Words of holders for it, which count for nothing. */
  readonly sponsors: readonly Sponsorship[];
  /** The words that the applicant itself gave in its cycle. */
  readonly sponsored: Sponsored | null;
  /** Of a renewal, the cycle before it. */
  readonly earlier: EarlierFile | null;
}

/** Loads it; who may see the file is for the caller to say. */
export async function besideFile(deps: Deps, file: FrozenFile): Promise<BesideFile> {
  const [sponsors, sponsored, earlier] = await Promise.all([
    givenWords(deps, file.application.id),
    sponsoredSince(deps, file.application.context.organisationId),
    earlierFile(deps, file),
  ]);
  return { sponsors, sponsored, earlier };
}
