import { lifeOf } from '../../commands/label/labelEntry.ts';
import type { FileLabel } from '../../commands/label/views/viewFileLabel.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { dayOf } from '../../register/day.ts';
import { validityToday } from '../../register/validity.ts';
import { ownBadge } from '../views/ownBadge.view.ts';
import { dueDay } from '../views/staffWords.view.ts';
import { type StatusView, statusView } from '../views/status.view.ts';
import { websiteView } from '../views/website.view.ts';

interface SiteView {
  readonly text: string;
  readonly href?: string;
}

/** A label on the officers' desk. */
export interface FileLabelView {
  readonly href: string;
  readonly fileHref: string;
  readonly publicHref: string;
  readonly number: string;
  readonly revision: number;
  readonly status: StatusView;
  readonly badge: string;
  readonly organisation: string;
  readonly today: string;
  /** Sites as links, and the one of today as it is taken; the text is "none" where there is none. */
  readonly website: { readonly shown: SiteView; readonly today: SiteView; readonly taken: string };
  readonly waits: boolean;
  readonly suspension: string;
  readonly suspensionDue: string;
  readonly offers: readonly { readonly name: string; readonly text: string }[];
  readonly revisions: readonly { readonly n: number; readonly on: string; readonly why: string }[];
  readonly hosts: readonly { readonly host: string; readonly n: string; readonly last: string }[];
  readonly may: FileLabel['may'];
}

/** The view of a label for officers, as it stands on a day. */
export function fileLabelView(from: FileLabel, now: string, words: Translator): FileLabelView {
  const { label, applicationId, revisions, names, websites, waits, suspension, shownOn, may } = from;
  const { id: number, offers, revision } = label;
  const status = validityToday(lifeOf(label), dayOf(now));
  const fileHref = `/${words.language}/files/${applicationId}`;
  return {
    href: `${fileHref}/label`,
    fileHref,
    publicHref: `/${words.language}/labels/${number}`,
    number,
    revision,
    status: statusView(status, words),
    badge: ownBadge(number, status, 'standard', words.language),
    organisation: names.certified,
    today: names.today,
    website: {
      shown: siteView(websites.shown, words),
      today: siteView(websites.today, words),
      taken: websites.today,
    },
    waits,
    suspension: suspension?.reason ?? '',
    suspensionDue: suspension?.dueAt ? dueDay(suspension.dueAt, words) : '',
    offers: offers.map(({ id, name }) => ({ name: `offer.${id}`, text: name })),
    revisions: revisions.map(({ revision: n, at, cause }) => ({
      n,
      on: words.date(dayOf(at)),
      why: words.t(`issuing.cause.${cause}`),
    })),
    hosts: shownOn.map(({ host, n, last }) => ({ host, n: words.number(n), last: words.date(last) })),
    may,
  };
}

function siteView(website: string, words: Translator): SiteView {
  return website === '' ? { text: words.t('site.none') } : websiteView(website);
}
