import { createHash } from 'node:crypto';
import type { Day } from '../../register/day.ts';
import type { FileReading, ReadFile } from '../../register/fileReading.ts';
import { judgeFile, numberOf } from '../../register/judgeFile.ts';
import { judgePaper } from '../../register/papers/judgePaper.ts';
import type { Verification } from '../../register/verification.ts';
import type { Trust, TrustedKeys } from './trust.ts';

/** Largest file that is looked at (bytes): ours have a fiftieth of it. */
export const maxFileBytes = 20 * 1024 * 1024;

/** What a wallet shows, and the request that it must be signed for. */
export interface Presentation {
  readonly shown: string;
  readonly nonce: string;
  readonly audience: string;
  readonly at: string;
}

/** Null for what was not signed for the request by the key that the label is bound to. */
export type ReadPresentation = FileReading | null;

/** Reads files of anyone: never throws for what is in them, takes a bounded time and memory, and fetches nothing. */
export interface ReadingBack {
  read(bytes: Buffer, keys: TrustedKeys): Promise<ReadFile>;
  presentation(presentation: Presentation, keys: TrustedKeys): Promise<ReadPresentation>;
}

/**
 * What a file claims and which checks hold on a day, in this order: its digest, what it carries, what it only says. Of a day before
 * what it is checked against was saved (`savedOn`), the history of the label tells.
 */
export async function verifyFile(
  { trust, readingBack }: { readonly trust: Trust; readonly readingBack: Pick<ReadingBack, 'read'> },
  bytes: Buffer,
  today: Day,
  savedOn: Day = today,
): Promise<Verification> {
  const read = await readingBack.read(bytes, await trust.keys());
  // With the time-stamps of an archive it is still the file that was issued.
  const stamped = 'kind' in read ? read.seal?.stampedAgain : undefined;
  const digest = stamped ?? createHash('sha256').update(bytes).digest('hex');
  const [file, paper] = await Promise.all([trust.file(digest), trust.paper(digest)]);
  const known = file && { number: file.row.number, revision: file.revision };
  if (paper) return judgePaper(paper, read);
  const number = numberOf({ read, known });
  const row = file?.row ?? (number === null ? null : await trust.row(number));
  return judgeFile({ read, known, row, today, savedOn });
}
