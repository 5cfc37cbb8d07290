import type { Label } from '../../commands/items.ts';
import { dayOf } from '../../register/day.ts';
import { dayOfStatus, statusToday } from '../../register/publicStatus.ts';
import { badgeTitle } from '../../words/badgeTitle.ts';
import type { Words } from '../../words/i18n.ts';
import { labelKitHref } from './organisation.ts';
import { type StatusView, statusView } from './status.ts';

/** The label that came of an application, and the way to its kit. */
export interface ApplicantKitView {
  readonly number: string;
  readonly href: string;
  readonly kitHref: string;
  readonly status: StatusView;
  /** False while certificate and badges are made. */
  readonly ready: boolean;
  /** Null where the address shows another label's: this one was replaced. */
  readonly badge: { readonly src: string; readonly alt: string } | null;
  readonly offers: readonly string[];
  readonly since: string;
  readonly until: string;
}

/** The label as it stands today. */
export function applicantKit(label: Label, specimen: boolean, today: string, words: Words): ApplicantKitView {
  const { id: number, state, context, offers } = label;
  const { since, until, organisationId } = context;
  const { language } = words;
  const status = statusToday({ state, ...context }, today);
  const history = label.history.map(({ state: past, at }) => ({ state: past, on: dayOf(at) }));
  const day = words.date(dayOfStatus({ history, until }, status.word));
  const ready = state !== 'issuing';
  return {
    number,
    href: `/${language}/labels/${number}`,
    kitHref: labelKitHref(words, organisationId, number),
    status: statusView(status, until, words),
    ready,
    badge:
      ready && status.word !== 'superseded'
        ? {
            // What is there at this moment: a browser may have kept the one from before.
            src: `/badges/${number}.svg?form=standard&language=${language}&cache=no`,
            alt: badgeTitle({ number, status: status.word, language, day, specimen }),
          }
        : null,
    offers: offers.map(({ name }) => name),
    since: words.date(since),
    until: words.date(until),
  };
}
