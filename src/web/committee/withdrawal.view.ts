import type { Withdrawal } from '../../commands/committee/views/viewWithdrawal.ts';
import { lifeOf } from '../../commands/label/labelEntry.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { dayOf } from '../../register/day.ts';
import { validityToday } from '../../register/validity.ts';
import { hearingView, sanctionWords } from '../views/sanctionWords.view.ts';
import { statusView } from '../views/status.view.ts';

export type WithdrawalView = ReturnType<typeof withdrawalView>;

/** A label before the committee: what was proposed and answered, and what this person can do. */
export function withdrawalView(
  { entry, words: said, files, ...view }: Withdrawal,
  now: string,
  words: Translator,
) {
  const { application, label } = view;
  return {
    ...view,
    href: `/${words.language}/committee/${application.id}/withdrawal`,
    organisation: entry.organisation.name,
    status: statusView(validityToday(lifeOf(label), dayOf(now)), words),
    hearing: hearingView(label.context, words),
    words: sanctionWords({ words: said, files }, words),
    /** Whether a label that is kept needs a new day by which it is put right. */
    isSuspended: label.state === 'suspended' || label.state === 'withdrawalPending',
    names: {
      outcome: words.t('sanctions.committee.outcome'),
      reason: words.t('staff.decide.reason'),
      until: words.t('sanctions.committee.until'),
    },
  };
}
