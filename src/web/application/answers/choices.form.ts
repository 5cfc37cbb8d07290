import type { Answer } from '../../../criteria/assessment.ts';
import { levelsToChoose } from '../../../criteria/figureLevel.ts';
import type { Criterion } from '../../../criteria/scheme.ts';

/** The levels in their order. */
export const levels = [0, 1, 2, 3, 4] as const;

/** Everything that the field `<id>.level` of a criterion may send; whether "not applicable" holds is for the command to say. */
export function choiceValues({ number, na }: Criterion): string[] {
  const chosen = number ? levelsToChoose(number) : levels;
  return [...chosen.map(String), ...(number ? ['figures'] : []), ...(na ? ['na'] : [])];
}

/** The choice that stands now, as the field sends it; empty when nothing was chosen. */
export function chosenValue(criterion: Criterion, answer: Answer | undefined): string {
  if (answer?.na) return 'na';
  if (answer && answer.level !== null) return String(answer.level);
  return criterion.number && criterion.na ? 'figures' : '';
}

/** What was chosen, as an answer has it: no level where the figures decide. */
export function choiceOf(value: string): Pick<Answer, 'level' | 'na'> {
  return { level: levels.find((level) => String(level) === value) ?? null, na: value === 'na' };
}
