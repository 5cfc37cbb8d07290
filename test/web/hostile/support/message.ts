/** Who sends a request, by what they are in the scene; a visitor has a session and its token, and nobody has signed in to it. */
export const senders = [
  'visitor',
  'applicant',
  'neighbour',
  'stranger',
  'reviewer',
  'otherReviewer',
  'officer',
  'tiedOfficer',
  'member',
  'administrator',
] as const;
export type Sender = (typeof senders)[number];

/** Text in which `§name` stands for a value of the scene, bytes, or what makes bytes when they are needed. */
export type Piece = string | Buffer | (() => Buffer | Promise<Buffer>);

/** Values for the places in a request, by name. */
export type Values = Readonly<Record<string, string>>;

/** What one of them sends. */
export interface Message {
  readonly as: Sender;
  /** Everything before the body, without the length, which is added; or the whole request when it is `raw`. */
  readonly head: string;
  readonly body: readonly Piece[];
  /** Sent as it stands: nothing is added, not even a length. */
  readonly raw?: true;
}
