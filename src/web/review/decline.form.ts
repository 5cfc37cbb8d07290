import * as z from 'zod';
import { declineReasons } from '../../commands/review/evaluation/answerInvitation.ts';
import { fault, LabelError } from '../../errors.ts';
import { optionalLines, revision } from '../forms/fields.ts';

const maxReasonLength = 1000;

/** Declining an invitation: one of the reasons at hand, or another one in words. */
export const declineFields = {
  revision,
  why: z.enum(declineReasons).optional(),
  reason: optionalLines(maxReasonLength),
};

/** The reason that was given; without one at hand it is demanded in words. */
export function reasonIn({
  why,
  reason,
}: {
  readonly why?: string | undefined;
  readonly reason: string;
}): string {
  if (why === undefined && reason === '') {
    throw new LabelError('invalid', { faults: [fault('reason', 'required')] });
  }
  return why ?? reason;
}
