import type { ApplicantFile } from '../../commands/application/views/viewApplication.ts';
import { isAppealedBefore } from '../../commands/committee/appeal/lodgeAppeal.ts';
import { minReasonLength } from '../../commands/common/requireReason.ts';
import type { ApplicantAppeal } from '../../commands/file/applicantAppeal.ts';
import { offeredAmong } from '../../commands/file/documentsOf.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { frameView } from './applicationFrame.view.ts';
import { turnedAway } from './timeline.view.ts';

export type OwnAppealView = ReturnType<typeof ownAppealView>;

export const grounds = ['process', 'evidence'] as const;

/** What the decision of now can be appealed against as, and until when; null where it cannot. */
export function appealable({ application, history }: ApplicantFile, now: string) {
  const { state, decision, dueAt } = application;
  const against =
    state === 'refused'
      ? turnedAway(history)
        ? 'ineligibility'
        : 'refusal'
      : state === 'agreement' && decision?.outcome === 'grantedWithConditions'
        ? 'conditions'
        : null;
  if (against === null || dueAt === null) return null;
  return { against, dueAt, open: now < dueAt } as const;
}

/** The page of an application's appeal: the form while one can be lodged, then what becomes of it. */
export function ownAppealView(file: ApplicantFile, now: string, words: Translator) {
  const { documents, appeals } = file;
  const can = appealable(file, now);
  return {
    ...file,
    frame: frameView(file, words),
    /** What the form appeals against, and until when; null where there is no form. */
    lodging: can?.open && !isAppealedBefore(appeals) ? can : null,
    grounds,
    min: minReasonLength,
    documents: offeredAmong(documents),
    /** Why there is no form; empty where there is one, or an appeal to tell of. */
    closed: closedText(file, can, words),
    appeals: appeals.map((appeal) => named(appeal, file)),
    names: { ground: words.t('appeals.own.ground'), grounds: words.t('appeals.own.grounds') },
  };
}

function closedText(file: ApplicantFile, can: ReturnType<typeof appealable>, words: Translator): string {
  if (file.appeals.length > 0) {
    return can && isAppealedBefore(file.appeals) ? words.t('appeals.own.once') : '';
  }
  if (!can) return words.t('appeals.own.none');
  return can.open ? '' : words.t('appeals.own.late', { due: words.date(can.dueAt) });
}

/** An appeal with the names of its documents. */
function named(appeal: ApplicantAppeal, { documents }: ApplicantFile) {
  const files = documents.flatMap(({ latest, earlier }) => [latest, ...earlier]);
  return {
    ...appeal,
    documents: files.flatMap(({ id, name }) => (appeal.documents.includes(id) ? name : [])),
  };
}
