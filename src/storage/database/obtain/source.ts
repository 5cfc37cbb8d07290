/** A `mongod` that starts on this machine: where it lies and which version it says it is. */
export interface Mongod {
  readonly binary: string;
  readonly version: string;
}

/** Takes one line at a time for whoever watches the start. */
export type Progress = (line: string) => void;

/** One source of a `mongod`; `find` throws an Error whose message says why this source has none. */
export interface Source {
  readonly name: string;
  /** What a person can do so that it has one. */
  readonly remedy: string;
  /** Whether it uses the network, and so may take minutes. */
  readonly fetches?: boolean;
  readonly find: (progress: Progress) => Promise<Mongod>;
}
