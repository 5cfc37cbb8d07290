/** Why an audit could not come to an end; sentences are `logAudit.unread.<code>`. */
export type UnreadCode =
  | 'address'
  | 'unreachable'
  | 'redirected'
  | 'status'
  | 'tooLong'
  | 'timedOut'
  | 'notThere'
  | 'notAsExpected'
  | 'tooManyLabels'
  | 'tooManyNames'
  | 'key'
  | 'state';

/** Thrown where nothing can be said of the log; `about` is the path, file or key that it is about. */
export class Unread extends Error {
  readonly code: UnreadCode;
  readonly about: string;

  constructor(code: UnreadCode, about: string, cause?: unknown) {
    super(`${code}: ${about}`, { cause });
    this.code = code;
    this.about = about;
  }
}
