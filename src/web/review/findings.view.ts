import { awaitsJudgement } from '../../commands/review/findings/openFindings.ts';
import type { FileFindings } from '../../commands/review/views/viewFindings.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { type FindingCard, findingCards } from '../views/findingCards.view.ts';
import { reasonTexts } from '../views/staffWords.view.ts';

/** The findings of a file as a reviewer or an officer judges them. */
export interface StaffFindings {
  readonly href: string;
  readonly back: string;
  readonly number: string;
  readonly revision: number;
  readonly organisation: string;
  readonly lead: string;
  /** The finding whose form was sent; empty when none was. */
  readonly at: string;
  readonly cards: readonly FindingCard[];
  /** The correction as a whole, once it was sent; null for who does not judge it. */
  readonly correction: {
    readonly rounds: string;
    /** What keeps it from being accepted, in sentences. */
    readonly accept: readonly string[];
  } | null;
}

/** The view of them; `base` is the page that they hang below, without its language. */
export function staffFindings(
  file: FileFindings,
  base: string,
  at: string,
  words: Translator,
): StaffFindings {
  const { application, organisation, lines, against } = file;
  const { limits, correctionRounds } = application.context;
  const verifies = application.state === 'verification' && !against.accept.includes('reviewsThisFile');
  return {
    href: `/${words.language}/${base}/findings`,
    back: `/${words.language}/${base}`,
    number: application.id,
    revision: application.revision,
    organisation: organisation.name,
    lead: words.t('findings.staff.lead', {
      count: lines.filter(({ finding }) => awaitsJudgement(finding)).length,
    }),
    at,
    cards: findingCards(lines, file, words),
    correction: verifies
      ? {
          rounds: words.t('findings.staff.correction.rounds', {
            count: limits.correctionRounds - correctionRounds,
          }),
          accept: reasonTexts(against.accept, words),
        }
      : null,
  };
}
