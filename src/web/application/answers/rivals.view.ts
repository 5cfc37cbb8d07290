import type { OpenRival } from '../../../commands/application/views/viewRivals.ts';
import type { Answer } from '../../../criteria/assessment.ts';
import type { SchemeText } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { passageText } from '../../../i18n/passageText.ts';
import { levelTitle } from './choices.view.ts';

export type RivalView = ReturnType<typeof rivalView>;

/** Two answers to one criterion side by side, by whom and when. */
export function rivalView(
  { rival, first, mine, ofOne, firstBy, firstAt, secondBy }: OpenRival,
  text: SchemeText,
  words: Translator,
) {
  const { criterion, revision = 0 } = rival.answer;
  return {
    id: rival.id,
    criterion,
    mine,
    ofOne,
    /** Revisions of both as they are shown. */
    revisions: { first: first?.revision ?? 0, second: revision },
    sides: [
      { choice: 'first', by: firstBy, at: firstAt, ...answerText(criterion, first, text, words) },
      { choice: 'second', by: secondBy, at: rival.at, ...answerText(criterion, rival.answer, text, words) },
    ],
  } as const;
}

function answerText(criterion: string, answer: Answer | null, text: SchemeText, words: Translator) {
  const level = answer?.na ? 'na' : (answer?.level ?? null);
  return {
    level: level === null ? '' : levelTitle(criterion, level, text, words),
    evidence: [
      ...(answer?.evidence ? [answer.evidence] : []),
      ...(answer?.passages ?? []).map((passage) => passageText(passage, words)),
    ].join(' · '),
    comment: answer?.comment,
  };
}
