import type { OfficeConditions } from '../../commands/label/conditions/viewConditions.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Day } from '../../register/day.ts';
import { conditionCards } from './conditionCards.view.ts';

export type OfficeConditionsView = ReturnType<typeof officeConditionsView>;

/** The conditions of a label on the officers' desk; `at` is the one whose form was sent, empty where none was. */
export function officeConditionsView(office: OfficeConditions, at: string, today: Day, words: Translator) {
  const { label, lines, open, organisation, applicationId, imposes, barred, reminders } = office;
  const labelHref = `/${words.language}/files/${applicationId}/label`;
  return {
    number: label.id,
    revision: label.revision,
    organisation,
    labelHref,
    href: `${labelHref}/conditions`,
    cards: conditionCards(lines, today, words),
    reminders,
    at,
    open,
    imposes,
    barred,
  };
}
