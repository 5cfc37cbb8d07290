import * as z from 'zod';
import { checkCharacter } from '../../register/number.ts';
import { labelAnswer } from './label.ts';

/** A place in the changes of the register, as addresses carry it: it stays good forever. */
export function cursorOf(change: number): string {
  return Buffer.from(`${change}${checkCharacter(`C${change}`)}`).toString('base64url');
}

/** What every cursor looks like; whether one is ours, its check character tells, which no pattern can. */
const changeCursor = /^[MNO][\w-]{2,21}$/;

/** The change that a cursor names; null for a text that none of our answers can have held. */
export function readCursor(cursor: string): number | null {
  const [, digits = ''] =
    /^(0|[1-9]\d{0,14})[0-9A-Z]$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  const change = Number(digits);
  return digits !== '' && cursorOf(change) === cursor ? change : null;
}

/** What is asked of the changes of the register: those after a cursor that an earlier answer gave, or all of them. */
export const changesQuery = {
  since: z
    .string()
    .regex(changeCursor, 'badCursor')
    .transform((text, ctx) => {
      const change = readCursor(text);
      if (change === null) ctx.addIssue({ code: 'custom', message: 'badCursor' });
      return change ?? 0;
    })
    .optional(),
};

export const changesAnswer = z
  .object({ changes: z.array(labelAnswer), next: z.string(), more: z.boolean() })
  .meta({ id: 'Changes' });
export type ChangesAnswer = z.infer<typeof changesAnswer>;
