import type { AnnouncedDecision } from '../../commands/file/announcedDecisions.ts';
import type { Translator } from '../../i18n/i18n.ts';

export type LetterView = ReturnType<typeof decisionLetters>[number];

/** The letters of the decisions on a file, the newest first; `base` is the file's own address. */
export function decisionLetters(decisions: readonly AnnouncedDecision[], base: string, words: Translator) {
  return decisions
    .map(({ announcedAt }, i) => ({
      href: `${base}/decision/${i + 1}.pdf`,
      text: words.t('papers.decision.letter', { day: words.date(announcedAt) }),
    }))
    .reverse();
}
