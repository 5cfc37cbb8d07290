import { lifeOf } from '../../commands/label/labelEntry.ts';
import type { FileLabel } from '../../commands/label/views/viewFileLabel.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { dayOf } from '../../register/day.ts';
import { validityToday } from '../../register/validity.ts';
import { ownBadge } from '../views/badge.view.ts';
import { statusView } from '../views/status.view.ts';
import { websiteView } from '../views/website.view.ts';

export type FileLabelView = ReturnType<typeof fileLabelView>;

/** A label on the officers' desk, as it stands on a day. */
export function fileLabelView({ names, ...file }: FileLabel, now: string, words: Translator) {
  const { label, applicationId, websites } = file;
  const status = validityToday(lifeOf(label), dayOf(now));
  return {
    ...file,
    organisation: names,
    href: `/${words.language}/files/${applicationId}/label`,
    status: statusView(status, words),
    badge: ownBadge(label.id, status, 'standard', words.language),
    offers: label.offers.map(({ id, name }) => ({
      name,
      href: `/${words.language}/files/${applicationId}/label/offers/${encodeURIComponent(id)}`,
    })),
    links: { shown: siteView(websites.shown, words), today: siteView(websites.today, words) },
  };
}

function siteView(website: string, words: Translator) {
  return website === '' ? { text: words.t('site.none'), href: '' } : websiteView(website);
}
