import type { Label } from '../../../commands/items/items.ts';
import { lifeOf } from '../../../commands/label/labelEntry.ts';
import { badgeDay, badgeTitle } from '../../../i18n/badgeTitle.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { validityToday } from '../../../register/validity.ts';
import { ownBadge } from '../../views/badge.view.ts';
import { labelKitHref } from '../../views/organisation.view.ts';
import { statusView } from '../../views/status.view.ts';

/** The label that came of an application, and the way to its kit. */
export type ApplicantKitView = ReturnType<typeof applicantKit>;

/** The label as it stands today. */
export function applicantKit(label: Label, specimen: boolean, today: string, words: Translator) {
  const { id: number, state, context, offers } = label;
  const { since, organisationId } = context;
  const { language } = words;
  const status = validityToday(lifeOf(label), today);
  const named = badgeDay(status);
  const day = named === null ? undefined : words.date(named);
  const shown = statusView(status, words);
  const ready = state !== 'issuing';
  return {
    number,
    href: `/${language}/labels/${number}`,
    kitHref: labelKitHref(words, organisationId, number),
    status: shown,
    /** False while certificate and badges are made. */
    ready,
    /** Null while there is none. */
    badge: ready
      ? {
          // What is there at this moment: a browser may have kept the one from before.
          src: `${ownBadge(number, status, 'standard', language)}&cache=no`,
          alt: badgeTitle({ number, status: status.word, language, day, specimen }),
        }
      : null,
    offers: offers.map(({ name }) => name),
    /** From when to when it holds; of one that does not, or whose last day nobody knows yet, what its status says of that. */
    period:
      status.valid && status.until !== null
        ? words.t('applicant.kit.period', { since: words.date(since), until: words.date(status.until) })
        : shown.sentence,
  };
}
