import type { Readable } from 'node:stream';

/** Files by the sha-256 (hex) of their bytes: saving the same bytes twice keeps one. */
export interface Files {
  save(bytes: Buffer, contentType: string): Promise<string>;
  read(digest: string): Promise<{ readonly bytes: Buffer; readonly contentType: string } | null>;
  /** The bytes as a stream that holds little of them at a time; null when they are not kept. */
  open(digest: string): Promise<Readable | null>;
  /** Takes the bytes away; done already, it does nothing. */
  remove(digest: string): Promise<void>;
}
