import type { Photo } from '../../register/entry.ts';

/** Whether a file was looked at by a virus scanner; `notScanned` where none is set up, which readers are warned about. */
export type Scan = 'clean' | 'notScanned';

/** A file that may be kept: recognised by its content, without active parts, its name safe to print and to save under. */
export interface CleanFile {
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly name: string;
  /** sha-256 (hex) of what was sent. */
  readonly originalDigest: string;
  /** sha-256 (hex) of `bytes`: another one where a picture was drawn anew. */
  readonly digest: string;
  readonly scan: Scan;
}

/** A photograph as it is kept: drawn anew in several widths, each in every format, the smallest width first. */
export interface DrawnPhoto extends Omit<Photo, 'alt' | 'files'> {
  readonly pictures: readonly (Omit<Photo['files'][number], 'digest'> & { readonly bytes: Buffer })[];
}

/** Most bytes that one file may have. */
export const maxBytes = 20 * 1024 * 1024;

/** A row of a table with its number, as a spreadsheet shows it. Numbers of a workbook come as numbers. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly (string | number)[];
}

/** A file of data as it is read, not kept: the rows of its first table, or its text where it is JSON. */
export type ReadTable =
  | { readonly kind: 'csv' | 'xlsx'; readonly rows: readonly TableRow[] }
  | { readonly kind: 'json'; readonly text: string };

/** Most bytes of a file of data. */
export const maxTableBytes = 2 * 1024 * 1024;

/** The one door for files from outside. */
export interface Intake {
  /** The file cleaned, or `invalid` with a fault of the field `file`; `scannerUnavailable` while a scanner that is set up gives no answer. */
  receive(bytes: Buffer, typedName: string): Promise<CleanFile>;
  /** A picture that everybody may see, or `invalid` as above: nothing but its pixels is left of it. */
  receivePhoto(bytes: Buffer, typedName: string): Promise<DrawnPhoto>;
  /** What stands in a table (CSV, XLSX) or in JSON, at most `maxRows` rows, or `invalid` as above; formulas give the value they showed last. */
  readTable(bytes: Buffer, typedName: string, maxRows: number): Promise<ReadTable>;
}
