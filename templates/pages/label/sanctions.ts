import type { SanctionsView } from '../../../src/web/label/sanctions.view.ts';
import { barredNote } from '../../components/reasonList.ts';
import { verdict } from '../../components/verdict.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { confirmNoticeCard, recordNoticeCard } from './sanctionNotice.ts';
import { proposeCard, restoreCard, suspendCard, withdrawalCard, wordCard } from './sanctions.parts.ts';
import { timeCards } from './sanctionTime.ts';
import { sanctionTrail } from './sanctionTrail.ts';

type View = SanctionsView & FormState;

/** The proceedings on a label: where they stand, what an officer can do, and all that was said. */
export function sanctionsPage(frame: Frame, view: View): Html {
  const { t, lang } = frame;
  const { label, name, may, refusal } = view;
  const title = t('sanctions.title');
  return staffLayout(
    frame,
    {
      name: `${title} · ${label.id}`,
      back: html`<p><a href="/${lang}/files/${view.applicationId}/label">${t('sanctions.back')}</a></p>`,
      refusal,
      narrow: true,
    },
    html`<p class="overline">${label.id} · ${name}</p>
<h1>${title}</h1>
${verdict(view.status)}
${view.comesFor && html`<p class="banner">${t('sanctions.comesFor', { about: view.comesFor })}</p>`}
${standing(frame, view)}
${barredNote(frame, view.barred)}
${may.confirm && wordCard(frame, view, 'confirm')}
${may.restore && restoreCard(frame, view)}
${timeCards(frame, view)}
${may.propose && proposeCard(frame, view)}
${(may.suspend || may.suspendAtOnce) && suspendCard(frame, view)}
${may.drop && wordCard(frame, view, 'drop')}
${may.proposeWithdrawal && withdrawalCard(frame, view)}
${may.recordNotice && recordNoticeCard(frame, view)}
${may.confirmNotice && confirmNoticeCard(frame, view)}
${may.dropNotice && wordCard(frame, view, 'dropNotice')}
${sanctionTrail(frame, view.words, `/${lang}/files/${view.applicationId}/label/${label.id}/decision`)}`,
  );
}

/** What waits for whom, in sentences. */
function standing(
  { t }: Frame,
  { hearing, isSettled, restoring, isPending, due, endsOn, notice }: View,
): Content {
  const lines = [
    isSettled && t('sanctions.settled'),
    hearing && t(`sanctions.hearing.${hearing.about}.${hearing.answered ? 'answered' : 'open'}`, hearing),
    restoring && t('sanctions.restoring'),
    isPending && !restoring && t('sanctions.pending'),
    due && !restoring && t('issuing.label.suspendedUntil', { due }),
    endsOn && t(notice ? 'sanctions.endsOnRecorded' : 'sanctions.endsOn', { endsOn }),
    notice && !notice.confirmed && t('sanctions.noticeWaits', { endsOn: notice.until }),
  ].filter((line) => typeof line === 'string' && line !== '');
  return lines.map((line) => html`<p class="banner banner--sun">${line}</p>`);
}
