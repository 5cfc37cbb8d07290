import { holding } from './holding.ts';
import type { NamesIn, Params, ParamsOf } from './messages.ts';

/** What went wrong, as a code. The sentence for a reader is `errors.<code>` in templates/locales. */
export const statusOf = {
  badRequest: 400,
  badHost: 400,
  invalid: 422,
  bodyTooLarge: 413,
  signInRequired: 401,
  recentSignInRequired: 401,
  codeRefused: 401,
  codeSpent: 401,
  passkeyRefused: 401,
  keyMissing: 401,
  keyRefused: 401,
  scimTokenMissing: 401,
  scimTokenRefused: 401,
  forbidden: 403,
  scopeMissing: 403,
  otherBrowser: 403,
  providerRefused: 403,
  strongSignInRequired: 403,
  notFound: 404,
  needOver: 404,
  labelUnknown: 404,
  labelMistyped: 404,
  labelNotValid: 409,
  methodNotAllowed: 405,
  refused: 409,
  stale: 409,
  tooManyRequests: 429,
  uploadTooSlow: 408,
  uploadsFull: 503,
  databaseUnavailable: 503,
  mailUnavailable: 503,
  mailRefused: 503,
  scannerUnavailable: 503,
  issuerUnavailable: 503,
  providerUnavailable: 503,
} as const;

export type ErrorCode = keyof typeof statusOf;

/** One fault in one named field; `code` is a sentence under `faults.<code>` in the locales. */
export interface Fault {
  readonly field: string;
  readonly code: NamesIn<'faults'>;
  readonly params?: Params;
}

/** A fault with what its sentence takes. */
export function fault<Code extends Fault['code']>(
  field: string,
  code: Code,
  ...[params]: ParamsOf<`faults.${Code}`>
): Fault {
  return { field, code, ...(params && { params }) };
}

/** The only error that is meant for a reader: a code, its parameters, and what to change. */
export class LabelError extends Error {
  readonly code: ErrorCode;
  readonly params: Params;
  /** Faults by field of a form or a body (for `invalid`). */
  readonly faults: readonly Fault[];
  /** Names of the guards that refused an event (for `refused`), see workflow/guards.ts. */
  readonly reasons: readonly string[];

  constructor(
    code: ErrorCode,
    {
      params = {},
      faults = [],
      reasons = [],
      cause,
    }: Partial<Pick<LabelError, 'params' | 'faults' | 'reasons' | 'cause'>> = {},
  ) {
    super([code, ...reasons, ...faults.map((f) => `${f.field}:${f.code}`)].join(' '), { cause });
    this.name = 'LabelError';
    this.code = code;
    this.params = params;
    this.faults = faults;
    this.reasons = reasons;
  }

  /** HTTP status of the code. */
  get status(): number {
    return statusOf[this.code];
  }
}

/** Refuses what someone wants with each reason that holds; where none does, it goes on. */
export function refuseFor(reasons: Readonly<Partial<Record<NamesIn<'reasons'>, boolean>>>): void {
  refuseWith(holding(reasons));
}

/** The same with reasons that were found elsewhere. */
export function refuseWith(reasons: readonly string[]): void {
  if (reasons.length > 0) throw new LabelError('refused', { reasons });
}

/** Rejects an input with each of its faults; where there is none, it goes on. */
export function requireNoFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new LabelError('invalid', { faults });
}

/** An input that is wrong in one field alone. */
export function invalid<Code extends Fault['code']>(
  field: string,
  code: Code,
  ...params: ParamsOf<`faults.${Code}`>
): LabelError {
  return new LabelError('invalid', { faults: [fault(field, code, ...params)] });
}
