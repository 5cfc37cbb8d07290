import type { Label } from '../../../commands/items/items.ts';
import { lifeOf } from '../../../commands/label/labelEntry.ts';
import { badgeDay, badgeTitle } from '../../../i18n/badgeTitle.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import { validityToday } from '../../../register/validity.ts';
import { ownBadge } from '../../views/badge.view.ts';
import { labelKitHref } from '../../views/organisation.view.ts';
import { type StatusView, statusView } from '../../views/status.view.ts';

/** The label that came of an application, and the way to its kit. */
export interface ApplicantKitView {
  readonly number: string;
  readonly href: string;
  readonly kitHref: string;
  readonly status: StatusView;
  /** False while certificate and badges are made. */
  readonly ready: boolean;
  /** Null while there is none. */
  readonly badge: { readonly src: string; readonly alt: string } | null;
  readonly offers: readonly string[];
  /** From when to when it holds; of one that does not, or whose last day nobody knows yet, what its status says of that. */
  readonly period: string;
}

/** The label as it stands today. */
export function applicantKit(
  label: Label,
  specimen: boolean,
  today: string,
  words: Translator,
): ApplicantKitView {
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
    ready,
    badge: ready
      ? {
          // What is there at this moment: a browser may have kept the one from before.
          src: `${ownBadge(number, status, 'standard', language)}&cache=no`,
          alt: badgeTitle({ number, status: status.word, language, day, specimen }),
        }
      : null,
    offers: offers.map(({ name }) => name),
    period:
      status.valid && status.until !== null
        ? words.t('applicant.kit.period', { since: words.date(since), until: words.date(status.until) })
        : shown.sentence,
  };
}
