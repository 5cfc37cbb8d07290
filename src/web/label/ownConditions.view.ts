import type { OwnConditions } from '../../commands/label/conditions/viewConditions.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { hasEnded } from '../../policies/stages.ts';
import { type Day, dayOf } from '../../register/day.ts';
import { labelKitHref, organisationHref } from '../views/organisation.view.ts';
import { conditionCards } from './conditionCards.view.ts';

export type OwnConditionsView = ReturnType<typeof ownConditionsView>;

/** The conditions of a label as its holder reads and answers them; `at` is the one whose form was sent, empty where none was. */
export function ownConditionsView(own: OwnConditions, at: string, today: Day, words: Translator) {
  const { label, lines, open, organisation, writes, documents } = own;
  const contest = label.context.appealable.find(({ against }) => against === 'standing');
  const kitHref = labelKitHref(words, organisation.id, label.id);
  return {
    number: label.id,
    organisation: { name: organisation.name, href: organisationHref(words, organisation.id) },
    kitHref,
    href: `${kitHref}/conditions`,
    cards: conditionCards(lines, today, words),
    at,
    open,
    /** Until when what was imposed can be contested; empty once it cannot. */
    contestedUntil: contest && today <= dayOf(contest.until) ? words.date(dayOf(contest.until)) : '',
    ended: hasEnded(label),
    writes,
    documents,
  };
}
