import * as z from 'zod';
import { changeCursor, readCursor } from './changeCursor.ts';
import { labelAnswer } from './label.ts';

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
