import { requireVisible } from '../commands/common/requireVisible.ts';
import { type AnnouncedDecision, announcedDecisions } from '../commands/file/announcedDecisions.ts';
import { dayOf } from '../register/day.ts';
import type { ApplicationKind } from '../workflow/stored.ts';
import { letter } from './letter.ts';
import { toOwners } from './recipients.ts';
import { fileRows, nameAndNumber } from './subjects.ts';

/** Tells the owners that their decision is there, and until when they may sign or appeal; the reasons and the letter stay behind the sign-in. */
export const decisionAnnounced = letter({
  ...toOwners,
  on: ['application.declaredIneligible', 'application.granted', 'application.refused'],
  path: ({ number }) => `applications/${number}`,
  tells: (file) => {
    const decisions = announcedDecisions([...file.earlier, file.record]);
    const { outcome, dueAt } = requireVisible(decisions.find(({ recordId }) => recordId === file.record.id));
    const { kind, scope } = file.application.context;
    return {
      ...nameAndNumber(file),
      outcome: caseOf(outcome, kind),
      label: scope?.label ?? '',
      dueAt: dayOf(dueAt),
    };
  },
  says: ({ outcome, label, dueAt, ...file }, words) => ({
    words: `decisionAnnounced.${outcome}`,
    rows: { ...fileRows(file, words).rows, dueAt: words.date(dueAt) },
    values: { label },
  }),
});

const renewed = {
  granted: 'Granted',
  grantedWithConditions: 'GrantedWithConditions',
  refused: 'Refused',
} as const;

/** A refusal of what was asked on a label that is there leaves that label as it is; what becomes of a renewed one is said with it. */
function caseOf(outcome: AnnouncedDecision['outcome'], kind: ApplicationKind) {
  const isOnLabel = kind === 'extension' || kind === 'reconsideration';
  if (kind === 'renewal' && outcome !== 'ineligible') return `renewal${renewed[outcome]}` as const;
  return outcome === 'refused' && isOnLabel ? (`${kind}Refused` as const) : outcome;
}
