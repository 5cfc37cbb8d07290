import { dueDay } from '../../../templates/staffWords.ts';
import { isOpen } from '../../commands/label/conditions/newCondition.ts';
import type { ConditionLine } from '../../commands/label/conditions/viewConditions.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { type Day, dayOf, daysBetween } from '../../register/day.ts';

export type ConditionCard = ReturnType<typeof conditionCards>[number];

/** The conditions of a label as everyone reads them on a day, with the steps that are this reader's now. */
export function conditionCards(lines: readonly ConditionLine[], today: Day, words: Translator) {
  return lines.map(({ condition, documents, offered }) => {
    const { id, revision, state, text, agreedFor, context } = condition;
    const dueOn = dayOf(context.dueAt);
    const days = daysBetween(today, dueOn);
    return {
      id,
      revision,
      state,
      text,
      due: words.t('conditions.due', { due: dueDay(words, context.dueAt) }),
      /** How much time is left, or how long it has been over; empty once nothing is to be done. */
      left: isOpen(condition)
        ? days < 0
          ? words.t('conditions.late', { days: -days })
          : words.t('conditions.left', { days })
        : '',
      /** As it was signed, where there is another day now. */
      agreed: agreedFor === dueOn ? '' : words.t('conditions.agreed', { due: words.date(agreedFor) }),
      words: condition.words.map((word) => ({
        ...word,
        documents: documents.filter((file) => word.documents.includes(file.id)),
      })),
      may: offered,
    };
  });
}
