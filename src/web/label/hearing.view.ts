import { lifeOf } from '../../commands/label/labelEntry.ts';
import type { OwnHearing } from '../../commands/label/sanctions/hearing.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { dayOf } from '../../register/day.ts';
import { validityToday } from '../../register/validity.ts';
import { labelKitHref } from '../views/organisation.view.ts';
import { hearingView, repairDay, sanctionWords } from '../views/sanctionWords.view.ts';
import { statusView } from '../views/status.view.ts';

export type HearingView = ReturnType<typeof hearingPageView>;

/** The page on which a holder is heard: what it is about, what they have to do until when, and all that was said. */
export function hearingPageView(own: OwnHearing, now: string, words: Translator) {
  const { label, entry, documents, mayAnswer, mayWrite } = own;
  const kit = labelKitHref(words, entry.organisation.id, label.id);
  const open = label.context.appealable.filter(({ until }) => now < until);
  return {
    number: label.id,
    revision: label.revision,
    organisation: entry.organisation.name,
    kit,
    href: `${kit}/hearing`,
    status: statusView(validityToday(lifeOf(label), dayOf(now)), words),
    hearing: hearingView(label.context, words),
    /** It would expire at once if it was suspended. */
    isExtended: label.state === 'extended' && label.context.hearing !== null,
    due: repairDay(label, words),
    /** What can be contested, each until a day. */
    appeals: open.map(({ against, until }) => ({ against, until: words.date(dayOf(until)) })),
    words: sanctionWords(own, words),
    documents,
    mayAnswer,
    mayWrite,
    names: { answer: words.t('sanctions.answer.label') },
  };
}
