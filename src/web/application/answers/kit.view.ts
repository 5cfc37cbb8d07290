import type { Label } from '../../../commands/items/items.ts';
import { lifeOf } from '../../../commands/label/labelEntry.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { validityToday } from '../../../register/validity.ts';
import { badgeAlt, ownBadge } from '../../views/badge.view.ts';
import { labelKitHref } from '../../views/organisation.view.ts';
import { statusView } from '../../views/status.view.ts';

export type ApplicantKitView = ReturnType<typeof applicantKit>;

/** The label that came of an application as it stands today, with the address of its kit. */
export function applicantKit(label: Label, specimen: boolean, today: string, words: Translator) {
  const { id: number, state, context, offers } = label;
  const status = validityToday(lifeOf(label), today);
  const shown = statusView(status, words);
  return {
    number,
    kitHref: labelKitHref(words, context.organisationId, number),
    status: shown,
    /** Null while certificate and badges are made. */
    badge:
      state === 'issuing'
        ? null
        : {
            // What is there at this moment: a browser may have kept the one from before.
            src: `${ownBadge(number, status, 'standard', words.language)}&cache=no`,
            alt: badgeAlt({ entry: { number, specimen }, status }, words),
          },
    offers: offers.map(({ name }) => name),
    /** From when to when it holds; of one that does not, or whose last day nobody knows yet, what its status says of that. */
    period:
      status.valid && status.until !== null
        ? words.t('applicant.kit.period', {
            since: words.date(context.since),
            until: words.date(status.until),
          })
        : shown.sentence,
  };
}
