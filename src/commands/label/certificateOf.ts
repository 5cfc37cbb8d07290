import type { IssuedFile } from '../../register/entry.ts';

/** Digest of the certificate among the files of one revision; empty when there is none. */
export function certificateOf(files: readonly IssuedFile[]): string {
  return files.find(({ kind }) => kind === 'certificate')?.digest ?? '';
}
