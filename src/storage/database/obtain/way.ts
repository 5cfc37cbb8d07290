/** A `mongod` that starts on this machine: where it lies and which version it says it is. */
export interface Mongod {
  readonly binary: string;
  readonly version: string;
}

/** Takes one line at a time for whoever watches the start. */
export type Progress = (line: string) => void;

/** One way to come by a `mongod`; `find` throws an Error whose message says why this way is closed. */
export interface Way {
  readonly name: string;
  /** What a person can do to open this way. */
  readonly remedy: string;
  /** Whether this way goes out to the network, and so may take minutes. */
  readonly fetches?: boolean;
  readonly find: (progress: Progress) => Promise<Mongod>;
}
