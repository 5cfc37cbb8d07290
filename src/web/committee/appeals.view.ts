import type { AppealLine } from '../../commands/committee/views/listAppeals.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { toneOf } from '../views/ownAppeal.view.ts';
import { dotted } from '../views/staffWords.view.ts';

const groups = ['lodged', 'admitted', 'panelFormed', 'settled'] as const;
type Group = (typeof groups)[number];

export type StaffAppeals = ReturnType<typeof staffAppeals>;

/** The list of appeals: by what they wait for, then those that are settled; empty groups are left out. */
export function staffAppeals(appeals: readonly AppealLine[], words: Translator) {
  return groups
    .map((id) => ({ id, lines: appeals.filter(({ state }) => groupOf(state) === id) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ id, lines }) => ({ id, lines: lines.map((line) => lineView(line, id === 'settled', words)) }));
}

function lineView(appeal: AppealLine, settled: boolean, words: Translator) {
  const { appealId, applicationId, organisation, against, state, days, lodgedAt, mine, stayed } = appeal;
  return {
    id: appealId,
    organisation,
    line: dotted(
      applicationId,
      words.t(`appeals.against.${against}`),
      settled ? words.date(lodgedAt) : words.t('appeals.list.age', { days }),
    ),
    pills: [
      ...(settled ? [{ text: words.t(`states.appeal.${state}`), tone: toneOf(state) }] : []),
      ...(mine && !settled ? [{ text: words.t('appeals.list.mine'), tone: 'sun' as const }] : []),
      ...(stayed ? [{ text: words.t('appeals.list.stayed'), tone: 'lake' as const }] : []),
    ],
  };
}

function groupOf(state: AppealLine['state']): Group {
  return state === 'lodged' || state === 'admitted' || state === 'panelFormed' ? state : 'settled';
}
