import { awaitsJudgement } from '../../commands/review/findings/openFindings.ts';
import type { FileFindings } from '../../commands/review/views/viewFindings.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { findingCards } from '../views/findingCards.view.ts';
import { readingOf } from '../views/reading.view.ts';

export type StaffFindings = ReturnType<typeof staffFindings>;

/** The findings of a file as a reviewer or an officer judges them; `base` is the page that they hang below, without its language. */
export function staffFindings(file: FileFindings, base: string, at: string, words: Translator) {
  const { application, published, offers, lines, blockers } = file;
  const { limits, correctionRounds } = application.context;
  const verifies = application.state === 'verification' && !blockers.accept.includes('reviewsThisFile');
  return {
    ...file,
    back: `/${words.language}/${base}`,
    waiting: lines.filter(({ finding }) => awaitsJudgement(finding)).length,
    /** The finding whose form was sent; empty when none was. */
    at,
    cards: findingCards(lines, readingOf(published, offers, words)),
    /** The correction as a whole, once it was sent, with what keeps it from being accepted; null for who does not judge it. */
    correction: verifies
      ? { roundsLeft: limits.correctionRounds - correctionRounds, blockers: blockers.accept }
      : null,
  };
}
