import type { OpenRival } from '../../../commands/application/views/viewRivals.ts';
import type { Answer } from '../../../criteria/assessment.ts';
import type { SchemeText } from '../../../criteria/scheme.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { levelTitle } from './choices.view.ts';

/** Two answers to one criterion side by side, and where the choice is sent. */
export type RivalView = ReturnType<typeof rivalView>;

/** The rivals of a page, by criterion. */
export type RivalsView = Readonly<Record<string, readonly RivalView[]>>;

/** The view of those that are open. */
export function rivalViews(
  open: readonly OpenRival[],
  applicationId: string,
  text: SchemeText,
  words: Translator,
): RivalsView {
  const views: Record<string, RivalView[]> = {};
  for (const one of open) {
    const { criterion } = one.rival.answer;
    views[criterion] = [...(views[criterion] ?? []), rivalView(one, applicationId, text, words)];
  }
  return views;
}

function rivalView(open: OpenRival, applicationId: string, text: SchemeText, words: Translator) {
  const { rival, first, mine } = open;
  const { criterion, revision = 0 } = rival.answer;
  return {
    id: rival.id,
    criterion,
    action: applicationHref(words, applicationId, `rivals/${rival.id}`),
    /** Revisions of both as they are shown. */
    seen: { first: first?.revision ?? 0, second: revision },
    sides: [
      {
        choice: 'first' as const,
        title: words.t('saving.rival.first'),
        line: lineOf(open.firstBy, open.firstAt, words),
        ...said(criterion, first, text, words),
      },
      {
        choice: 'second' as const,
        title: words.t(mine ? 'saving.rival.mine' : 'saving.rival.second'),
        line: lineOf(open.secondBy, rival.at, words),
        ...said(criterion, rival.answer, text, words),
      },
    ],
  };
}

function lineOf(name: string | null, at: string | null, words: Translator): string {
  const who = name ?? words.t('saving.rival.someone');
  return at === null ? who : words.t('saving.rival.by', { who, when: words.time(at) });
}

function said(criterion: string, answer: Answer | null, text: SchemeText, words: Translator) {
  const level = answer?.na ? 'na' : (answer?.level ?? null);
  return {
    level: level === null ? words.t('applicant.criterion.none') : levelTitle(criterion, level, text, words),
    evidence: answer?.evidence || words.t('applicant.criterion.none'),
    comment: answer?.comment || words.t('applicant.criterion.none'),
  };
}
