/** Follows what changes in the register, in whichever process it was changed. */
export interface RegisterWatch {
  /** Instant (milliseconds) up to which every change has been told; 0 before the first look. */
  knownUntil(): number;
  /** Calls `listener` with the number of each label that changed; with null when anything may have. */
  onChange(listener: (number: string | null) => void): void;
  /** Ends it; nothing is told any more. */
  stop(): Promise<void>;
}
