/** Where a log is read: its files below its address, and the open data of the site that it belongs to. */
export interface LogSource {
  /** A file below the address of the log, of at most so many bytes; null where there is none. Throws Unread. */
  file(path: string, maxBytes: number): Promise<Buffer | null>;
  /** A file of the site, of at most so many bytes; null where there is none. Throws Unread. */
  siteFile(path: string, maxBytes: number): Promise<Buffer | null>;
  /** Lines of a file of the site, each of at most so many bytes. Throws Unread. */
  siteLines(path: string, maxLineBytes: number): AsyncIterable<string>;
}
