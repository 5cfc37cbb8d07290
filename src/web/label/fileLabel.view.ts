import { lifeOf } from '../../commands/label/labelEntry.ts';
import type { FileLabel } from '../../commands/label/views/viewFileLabel.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { dayOf } from '../../register/day.ts';
import { validityToday } from '../../register/validity.ts';
import { ownBadge } from '../views/badge.view.ts';
import { dueDay } from '../views/staffWords.view.ts';
import { statusView } from '../views/status.view.ts';
import { websiteView } from '../views/website.view.ts';

export type FileLabelView = ReturnType<typeof fileLabelView>;

/** A label on the officers' desk, as it stands on a day. */
export function fileLabelView(from: FileLabel, now: string, words: Translator) {
  const { label, applicationId, revisions, names, websites, waits, suspension, displaysByHost, may } = from;
  const { id: number, offers, revision } = label;
  const status = validityToday(lifeOf(label), dayOf(now));
  return {
    href: `/${words.language}/files/${applicationId}/label`,
    applicationId,
    number,
    revision,
    status: statusView(status, words),
    badge: ownBadge(number, status, 'standard', words.language),
    organisation: names.certified,
    today: names.today,
    /** Sites as links, and the one of today as it is taken; the text is "none" where there is none. */
    website: {
      shown: siteView(websites.shown, words),
      today: siteView(websites.today, words),
      taken: websites.today,
    },
    waits,
    suspension: suspension?.reason ?? '',
    suspensionDue: suspension?.dueAt ? dueDay(suspension.dueAt, words) : '',
    offers: offers.map(({ id, name }) => ({ name: `offer.${id}`, text: name })),
    revisions,
    hosts: displaysByHost,
    may,
  };
}

function siteView(website: string, words: Translator) {
  return website === '' ? { text: words.t('site.none'), href: '' } : websiteView(website);
}
