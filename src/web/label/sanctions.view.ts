import { lifeOf } from '../../commands/label/labelEntry.ts';
import type { Sanctions } from '../../commands/label/views/viewSanctions.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { dayOf } from '../../register/day.ts';
import { sanctionCodes } from '../../register/sanction.ts';
import { validityToday } from '../../register/validity.ts';
import { hearingView, repairDay, sanctionWords } from '../views/sanctionWords.view.ts';
import { statusView } from '../views/status.view.ts';

export type SanctionsView = ReturnType<typeof sanctionsView>;

/** The proceedings on a label, and what an officer can do now; a form begins with what was proposed, or with what the address says. */
export function sanctionsView(
  { label, words: said, files, ...sanctions }: Sanctions,
  query: Readonly<Record<string, unknown>>,
  now: string,
  words: Translator,
) {
  const proposed = said.findLast(({ step }) => step === 'proposeSuspension');
  const pending = label.context.hearing?.about === 'suspension' ? proposed : undefined;
  const asked = sanctionCodes.find((code) => code === query.code);
  const begun = {
    code: pending?.code ?? asked ?? '',
    reason: pending?.text ?? '',
    todo: pending?.todo ?? '',
  };
  return {
    ...sanctions,
    label,
    href: `/${words.language}/files/${sanctions.applicationId}/label/sanctions`,
    status: statusView(validityToday(lifeOf(label), dayOf(now)), words),
    isPending: label.state === 'withdrawalPending',
    due: repairDay(label, words),
    endsOn: label.context.endsOn === null ? '' : words.date(label.context.endsOn),
    hearing: hearingView(label.context, words),
    words: sanctionWords({ words: said, files }, words),
    codes: sanctionCodes.map((value) => ({ value, text: words.t(`sanctions.codes.${value}`) })),
    values: {
      code: asked ?? '',
      suspendCode: begun.code,
      suspendReason: begun.reason,
      suspendTodo: begun.todo,
      withdrawalCode: label.state === 'active' ? '' : begun.code,
    },
    names: {
      ...named(words.t('sanctions.code'), 'code', 'suspendCode', 'withdrawalCode'),
      ...named(words.t('issuing.label.reason'), 'reason', 'suspendReason', 'confirmReason', 'dropReason'),
      ...named(words.t('issuing.label.reason'), 'withdrawalReason', 'terminateReason'),
      ...named(words.t('sanctions.todo'), 'todo', 'suspendTodo'),
      ...named(words.t('sanctions.checked'), 'checked'),
      ...named(words.t('issuing.label.until'), 'until'),
    },
  };
}

function named(text: string, ...fields: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.map((field) => [field, text]));
}
