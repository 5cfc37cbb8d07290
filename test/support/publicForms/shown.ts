import type { Label } from '../../../src/commands/items/items.ts';
import { lifeOf } from '../../../src/commands/label/labelEntry.ts';
import type { Language } from '../../../src/criteria/scheme.ts';
import { badgeTitle } from '../../../src/i18n/badgeTitle.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { addDays, type Day, dayOf } from '../../../src/register/day.ts';
import type { PublicWord } from '../../../src/register/publicStatus.ts';

export const i18n = createI18n();

/** What the public reads of a label. */
export interface Shown {
  readonly status: PublicWord;
  readonly valid: boolean;
  /** Until when it holds, of an extended one at the latest; of any other the last day on which it held, null where it never did. */
  readonly until: Day | null;
  readonly periodEnd: Day;
  /** Of a conditional label the first day by which a condition has to be met, and whether it is over. */
  readonly condition: { readonly due: Day; readonly isOver: boolean } | null;
  /** What its page says first, in French: written here once more, for the words of the label are part of what was promised. */
  readonly word: string;
  /** Whether its newest credential is revoked; null where that depends on what was before. */
  readonly revoked: boolean | null;
  readonly suspended: boolean;
}

const words: Readonly<Record<PublicWord, string>> = {
  active: 'Label valable',
  conditional: 'Label sous condition',
  provisional: 'Label provisoire',
  extended: 'Valable, renouvellement en cours',
  suspended: 'Label suspendu',
  expired: 'Label échu',
  terminated: 'Label résilié',
  withdrawn: 'Label retiré',
  superseded: 'Label remplacé',
};

/** What is true of a label on a day, by its machine alone (docs/design/workflow.md#public-states); null before its certificate is there. */
export function shownOf(label: Label, today: Day): Shown | null {
  const { state, context } = label;
  if (state === 'issuing') return null;
  const status = statusOf(label, today);
  const valid = ['active', 'conditional', 'provisional', 'extended'].includes(status);
  const due = status === 'conditional' ? lifeOf(label).conditionDue : undefined;
  return {
    status,
    valid,
    until: valid ? endOf(label) : lastHeld(label, today),
    periodEnd: context.until,
    condition: due === undefined ? null : { due, isOver: today > due },
    word: words[status],
    revoked: valid ? false : revokedOf(status),
    suspended: ['suspended', 'withdrawalPending'].includes(state),
  };
}

/** The word of a status in a language, as pages say it first. */
export function wordIn(language: Language, { status, condition }: Shown): string {
  const { t, date } = i18n[language];
  if (condition === null) return t(`status.${status}.word`);
  return condition.isOver
    ? t('status.conditional.over.word')
    : t('status.conditional.dated.word', { due: date(condition.due) });
}

/** What the badge of a label says in a language to who does not see it. */
export function badgeIn(language: Language, { id: number }: Label, shown: Shown): string {
  const day = shown.status === 'extended' ? shown.periodEnd : shown.until;
  return badgeTitle({
    number,
    status: shown.status,
    language,
    day: day === null ? undefined : i18n[language].date(day),
    specimen: true,
  });
}

function statusOf({ state, context }: Label, today: Day): PublicWord {
  const { standing, until, dueAt } = context;
  if (state === 'withdrawalPending') return 'suspended';
  if (state === 'extended') return dueAt !== null && today > dayOf(dueAt) ? 'expired' : 'extended';
  if (state !== 'active') return state === 'issuing' ? 'active' : state;
  if (today > until) return 'expired';
  return standing === 'clean' ? 'active' : standing;
}

function endOf({ state, context: { until, dueAt } }: Label): Day | null {
  if (state !== 'extended') return until;
  return dueAt === null ? null : dayOf(dueAt);
}

/** Day by day, from the last one back: a day belongs to the state at its end. */
function lastHeld({ history, state, context }: Label, today: Day): Day | null {
  for (let day = today; day >= context.since; day = addDays(day, -1)) {
    const then = history.findLast(({ at }) => dayOf(at) <= day)?.state;
    if (then === 'active' && day <= context.until) return day;
    const isOver = state === 'extended' && context.dueAt !== null && day > dayOf(context.dueAt);
    if (then === 'extended' && !isOver) return day;
  }
  return null;
}

/** One that ran out says so by its dates; one that was suspended before stays revoked. */
function revokedOf(status: PublicWord): boolean | null {
  return status === 'expired' ? null : true;
}
