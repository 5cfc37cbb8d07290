import type { DidDocument } from '../../register/didDocument.ts';
import type { ReadFile } from '../../register/fileReading.ts';
import type { RegisterRow } from '../../register/registerRow.ts';

/** What signatures are judged by: the issuer's keys, the certificates our seals lead to (PEM), the signed status lists (JSON). */
export interface TrustedKeys {
  readonly did: DidDocument;
  readonly anchors: readonly string[];
  readonly statusLists: readonly string[];
}

/** A file of a label, found by its digest. */
export interface KnownFile {
  readonly row: RegisterRow;
  readonly revision: number;
}

/** What a file is checked against, whether it is kept here or was saved earlier. */
export interface Trust {
  keys(): Promise<TrustedKeys>;
  row(number: string): Promise<RegisterRow | null>;
  file(digest: string): Promise<KnownFile | null>;
}

/** Largest file that is looked at (bytes): ours have a fiftieth of it. */
export const maxFileBytes = 20 * 1024 * 1024;

/** Reads files of anyone: never throws for what is in them, takes a bounded time and memory, and fetches nothing. */
export interface ReadingBack {
  read(bytes: Buffer, keys: TrustedKeys): Promise<ReadFile>;
}
