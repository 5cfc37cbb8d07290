/** Roles of a person towards one item, worked out by the command before the step. */
export type Role =
  | 'owner'
  | 'editor'
  | 'reader'
  | 'adviser'
  | 'reviewer'
  | 'officer'
  | 'committee'
  | 'chair'
  | 'administrator'
  | 'system';

/** Who does it: a person and the roles they hold towards this item. */
export interface EventActor {
  readonly id: string;
  readonly roles: readonly Role[];
  /** The request it was done by; what the clock or a worker does has none. */
  readonly request?: string;
  /** Id of the key by which a program did it in their name. */
  readonly key?: string;
}

/** Every event says when (ISO instant) and who: a machine reads no clock. */
export interface Occurred {
  readonly at: string;
  readonly actor: EventActor;
}
