/** A claim on one turn of something that several processes could do. */
export interface Claim {
  readonly holder: string;
  /** Which turn: texts that sort by time. A turn is taken once, and never one before it. */
  readonly slot: string;
  readonly now: Date;
  /** How long the claim stands when its holder dies. */
  readonly ms: number;
}

/** Turns that several processes share. */
export interface Leases {
  /** True for the one process that has this turn; false while another works, or when the turn was taken. */
  take(name: string, claim: Claim): Promise<boolean>;
  /** The next turn need not wait any more. */
  release(name: string, holder: string, now: Date): Promise<void>;
}
