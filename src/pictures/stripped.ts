/** A picture without what decoding it does not need, and the number of frames that it had. */
export interface Stripped {
  readonly bytes: Buffer;
  readonly frames: number;
}

/** Longest colour profile (bytes) that is kept; those of presses have up to three million. */
export const maxProfileBytes = 4 * 1024 * 1024;
