import type { AppealLine } from '../../commands/committee/views/listAppeals.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { toneOf } from '../views/ownAppeal.view.ts';

const groups = ['lodged', 'admitted', 'panelFormed', 'settled'] as const;
type Group = (typeof groups)[number];

export type StaffAppeals = ReturnType<typeof staffAppeals>;

/** The list of appeals: by what they wait for, then those that are settled; empty groups are left out. */
export function staffAppeals(appeals: readonly AppealLine[], words: Translator) {
  const open = appeals.filter(({ state }) => groupOf(state) !== 'settled');
  return {
    lead: words.t('appeals.list.lead', { count: open.length }),
    groups: groups
      .map((id) => ({ id, lines: appeals.filter(({ state }) => groupOf(state) === id) }))
      .filter(({ lines }) => lines.length > 0)
      .map(({ id, lines }) => ({
        id,
        title: words.t(`appeals.list.group.${id}.title`),
        lead: words.t(`appeals.list.group.${id}.lead`),
        lines: lines.map((line) => lineView(line, id, words)),
      })),
  };
}

function lineView(appeal: AppealLine, group: Group, words: Translator) {
  const { appealId, applicationId, organisation, against, state, days, lodgedAt, mine, stayed } = appeal;
  const settled = group === 'settled';
  return {
    href: `/${words.language}/appeals/${appealId}`,
    organisation,
    line: [
      applicationId,
      words.t(`appeals.against.${against}`),
      settled ? words.date(lodgedAt) : words.t('appeals.list.age', { days }),
    ].join(' · '),
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
