import type { AnnouncedDecision } from '../../commands/file/announcedDecisions.ts';
import type { Application, Person } from '../../commands/items/items.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { personName } from './staffWords.view.ts';

export type StaffRecommendation = NonNullable<ReturnType<typeof staffRecommendation>>;
export type LetterView = ReturnType<typeof decisionLetters>[number];
export type StaffDecision = NonNullable<ReturnType<typeof staffDecision>>;

/** A rapporteur's draft for the committee; null while there is none. */
export function staffRecommendation(
  { recommendation }: Pick<Application, 'recommendation'>,
  by: Person | null,
  words: Translator,
) {
  if (!recommendation) return null;
  const { draft, reason } = recommendation;
  return { draft: words.t(`outcomes.${draft}`), reason, by: by ? personName(by) : '' };
}

/** What the committee decided, sealed until it is announced; null while there is nothing. */
export function staffDecision({ state, context, decisionReason }: Application, words: Translator) {
  if (context.outcome === null) return null;
  return {
    outcome: words.t(`outcomes.${context.outcome}`),
    reason: decisionReason,
    conditions: context.conditions.map(({ text, due }) =>
      words.t('staff.decision.condition', { text, due: words.date(due) }),
    ),
    sealed: state === 'decided',
  };
}

/** The letters of the decisions on a file, the newest first; `base` is the file's own address. */
export function decisionLetters(decisions: readonly AnnouncedDecision[], base: string, words: Translator) {
  const letters = decisions.map(({ announcedAt }, i) => ({
    href: `${base}/decision/${i + 1}.pdf`,
    text: words.t('papers.decision.letter', { day: words.date(announcedAt) }),
  }));
  return letters.reverse();
}
