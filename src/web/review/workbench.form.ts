import * as z from 'zod';
import type { ReviewScore } from '../../commands/items/items.ts';
import type { DeskPlace } from '../../commands/review/views/viewReview.ts';
import type { Level } from '../../criteria/scheme.ts';
import { optionalLines } from '../forms/fields.ts';
import { levelsFor } from './score.form.ts';

const maxLength = 2000;
const text = optionalLines(maxLength).unwrap().optional();

/** The fields of one criterion on the workbench; a field that is not sent stays as it is. */
export function workbenchFields(place: Pick<DeskPlace, 'na'>) {
  return {
    /** `despite`: to the next criterion although this one lacks something still. */
    go: z.enum(['stay', 'next', 'previous', 'despite']).default('next'),
    versionToken: z.string().max(20).optional(),
    level: z.enum(levelsFor(place)).optional(),
    comment: text,
    finding: z.enum(['none', 'minor', 'major']).optional(),
    missing: text,
    note: text,
  };
}

export type WorkbenchInput = z.infer<z.ZodObject<ReturnType<typeof workbenchFields>>>;

/** The score that a form makes of what was there; any part of it can be empty still. */
export function typedScore(input: WorkbenchInput, { offerId, criterion, own }: DeskPlace): ReviewScore {
  const grade = input.finding ?? own?.finding?.grade ?? 'none';
  return {
    offerId,
    criterion: criterion.id,
    level: levelOf(input.level) ?? own?.level ?? null,
    comment: input.comment ?? own?.comment ?? '',
    note: input.note ?? own?.note ?? '',
    finding: grade === 'none' ? null : { grade, text: input.missing ?? own?.finding?.text ?? '' },
  };
}

function levelOf(typed: WorkbenchInput['level']): Level | 'na' | undefined {
  return typed === undefined || typed === 'na' ? typed : (Number(typed) as Level);
}
