import type { Answer } from '../../../criteria/assessment.ts';
import type { Level } from '../../../criteria/scheme.ts';
import { LabelError } from '../../../errors.ts';

interface Filler {
  readonly level: Level | null;
  readonly evidence: string;
  /** What the same source named before: its own to put right, with its new number and day. */
  readonly earlier: string | undefined;
}

/** An answer with what a certificate, or something else that proves it, fills in there; null where everything is typed already. */
export function filledAnswer(criterion: string, before: Answer | null, { level, evidence, earlier }: Filler) {
  const now: Answer = before ?? { criterion, level: null, na: false, evidence: '', comment: '' };
  const takesLevel = level !== null && now.level === null && !now.na;
  const isOwn = now.evidence !== '' && now.evidence === earlier;
  if (!takesLevel && !isOwn && now.evidence.trim() !== '') return null;
  const answer = {
    ...now,
    ...(takesLevel && { level }),
    ...((isOwn || now.evidence.trim() === '') && { evidence }),
    revision: (before?.revision ?? 0) + 1,
  };
  const filling = takesLevel || (isOwn && now.level === level) ? ('level' as const) : ('evidence' as const);
  return { answer, before, filling };
}

/** Whether an edit was written; not where somebody else was quicker: what they typed stays. */
export async function unlessLate(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof LabelError && error.code === 'stale') return false;
    throw error;
  }
}
