import { lifeOf } from '../../commands/label/labelEntry.ts';
import type { OwnNotice } from '../../commands/label/sanctions/notice.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { dayOf } from '../../register/day.ts';
import { validityToday } from '../../register/validity.ts';
import { labelKitHref } from '../views/organisation.view.ts';
import { noticeSaid } from '../views/sanctionWords.view.ts';
import { statusView } from '../views/status.view.ts';

export type NoticeView = ReturnType<typeof noticeView>;

/** The page on which a holder ends their label. */
export function noticeView(
  { label, entry, endsOn, contested, may, maySpeak, ...said }: OwnNotice,
  now: string,
  words: Translator,
) {
  const kit = labelKitHref(words, entry.organisation.id, label.id);
  return {
    number: label.id,
    revision: label.revision,
    organisation: entry.organisation.name,
    kit,
    href: `${kit}/notice`,
    status: statusView(validityToday(lifeOf(label), dayOf(now)), words),
    endsOn: endsOn === null ? '' : words.date(endsOn),
    /** What the office recorded of a writing of theirs. */
    notice: noticeSaid(label, said, words),
    /** Proceedings go on, which an end by their wish concludes in public. */
    contested,
    may,
    maySpeak,
    names: {
      on: words.t('sanctions.notice.on'),
      reason: words.t('sanctions.notice.reason'),
      objection: words.t('sanctions.notice.reason'),
    },
  };
}
