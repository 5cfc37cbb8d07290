import { maxBytes } from '../../commands/items/intake.ts';
import { lifeOf } from '../../commands/label/labelEntry.ts';
import type { Ground } from '../../commands/label/views/groundOf.ts';
import type { Sanctions } from '../../commands/label/views/viewSanctions.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { dayOf } from '../../register/day.ts';
import { sanctionCodes } from '../../register/sanction.ts';
import { validityToday } from '../../register/validity.ts';
import { hearingView, noticeSaid, repairDay, sanctionWords } from '../views/sanctionWords.view.ts';
import { statusView } from '../views/status.view.ts';

export type SanctionsView = ReturnType<typeof sanctionsView>;

/** The proceedings on a label, and what an officer can do now; a form begins with what was proposed, or with the ground that they come from. */
export function sanctionsView(
  { label, words: said, files, ...sanctions }: Sanctions,
  now: string,
  words: Translator,
) {
  const proposed = said.findLast(({ step }) => step === 'proposeSuspension');
  const pending = label.context.hearing?.about === 'suspension' ? proposed : undefined;
  const ground = groundView(sanctions.ground, words);
  const begun = pending
    ? { code: pending.code ?? '', reason: pending.text, todo: pending.todo ?? '' }
    : ground;
  return {
    ...sanctions,
    label,
    href: `/${words.language}/files/${sanctions.applicationId}/label/sanctions`,
    status: statusView(validityToday(lifeOf(label), dayOf(now)), words),
    isPending: label.state === 'withdrawalPending',
    due: repairDay(label, words),
    endsOn: label.context.endsOn === null ? '' : words.date(label.context.endsOn),
    notice: noticeSaid(label, { words: said, files }, words),
    /** How large (MB) a file may be. */
    maxSize: maxBytes / 1024 ** 2,
    hearing: hearingView(label.context, words),
    words: sanctionWords({ words: said, files }, words),
    codes: sanctionCodes.map((value) => ({ value, text: words.t(`sanctions.codes.${value}`) })),
    /** What an officer comes for, whose form is open. */
    comesFor: pending ? '' : ground.about,
    values: {
      ...ground,
      suspendCode: begun.code,
      suspendReason: begun.reason,
      suspendTodo: begun.todo,
      until: sanctions.repairBy,
      withdrawalCode: label.state === 'active' ? '' : begun.code,
      withdrawalReason: label.state === 'active' ? '' : ground.reason,
    },
    names: {
      ...named(words.t('sanctions.code'), 'code', 'suspendCode', 'withdrawalCode'),
      ...named(words.t('issuing.label.reason'), 'reason', 'suspendReason', 'confirmReason', 'dropReason'),
      ...named(words.t('issuing.label.reason'), 'withdrawalReason', 'dropNoticeReason'),
      ...named(words.t('sanctions.recordNotice.on'), 'noticeOn'),
      ...named(words.t('sanctions.recordNotice.reason'), 'noticeReason'),
      ...named(words.t('sanctions.todo'), 'todo', 'suspendTodo'),
      ...named(words.t('issuing.label.reason'), 'hearingReason', 'repairReason'),
      ...named(words.t('sanctions.newDue'), 'hearingDueOn', 'repairDueOn'),
      ...named(words.t('sanctions.recordCall.on'), 'calledOn'),
      ...named(words.t('sanctions.recordCall.said'), 'callText'),
      ...named(words.t('sanctions.checked'), 'checked'),
      ...named(words.t('issuing.label.until'), 'until'),
    },
  };
}

/** The fields of a proposal for a ground, in the words of a language; empty where there is none. */
function groundView(ground: Ground | null, { t, date }: Translator) {
  if (ground === null) return { about: '', code: '', reason: '', todo: '' };
  const { about, code } = ground;
  const values = {
    number: ground.about === 'complaint' ? ground.number : '',
    on: ground.about === 'complaint' ? date(dayOf(ground.receivedAt)) : '',
    due: ground.about === 'complaint' ? '' : date(dayOf(ground.dueAt)),
    text: ground.about === 'complaint' ? '' : ground.text,
  };
  return {
    about: t(`sanctions.ground.${about}.name`, values),
    code,
    reason: t(`sanctions.ground.${about}.reason`, values),
    todo: t(`sanctions.ground.${about}.todo`),
  };
}

function named(text: string, ...fields: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.map((field) => [field, text]));
}
