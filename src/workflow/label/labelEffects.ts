import type { LabelDecision } from '../../register/sanction.ts';
import { effectsFor } from '../effects.ts';
import type { LabelContext } from '../stored.ts';
import type { LabelEvent } from './labelEvents.ts';

const { on, every } = effectsFor<LabelContext, LabelEvent>();

/** What an event decides that its holder may contest. */
const decisions: Partial<Record<LabelEvent['type'], LabelDecision>> = {
  suspend: 'suspension',
  confirmSuspension: 'suspension',
  withdrawLabel: 'withdrawal',
  reviseScope: 'scope',
  setStanding: 'standing',
};
const without = ({ appealable }: LabelContext, decision: LabelDecision) =>
  appealable.filter(({ against }) => against !== decision);
const settled = { hearing: null, stayed: null, dueAt: null } as const;
/** What a label that ended has no more of. */
export const endedLabel = { ...settled, endsOn: null, notice: null } as const;

/** What each event changes in the context of a label. */
export const labelEffects = {
  /** A new certificate of the same number: the one before answers "replaced". */
  newRevision: every((event, { revision }) =>
    'certificate' in event && event.certificate !== null
      ? { revision: revision + 1, certificate: event.certificate }
      : {},
  ),
  startDeadline: every((event) => ('dueAt' in event ? { dueAt: event.dueAt } : {})),
  stopClock: every(() => ({ dueAt: null })),
  openHearing: every((event) =>
    event.type === 'proposeSuspension' || event.type === 'proposeWithdrawal'
      ? {
          hearing: {
            about: event.type === 'proposeSuspension' ? 'suspension' : 'withdrawal',
            code: event.code,
            dueAt: event.dueAt,
            answered: false,
          },
        }
      : {},
  ),
  keepAnswer: every((_, { hearing }) => ({ hearing: hearing && { ...hearing, answered: true } })),
  moveHearing: on('extendHearing', ({ dueAt }, { hearing }) => ({
    hearing: hearing && { ...hearing, dueAt },
  })),
  endHearing: every(() => ({ hearing: null })),
  /** Whoever is suspended at once is heard after it, unless the withdrawal is on its way and they are heard on that. */
  keepSuspension: on('suspend', ({ code, hearingUntil: dueAt }, { hearing }) => {
    if (hearing?.about === 'withdrawal') return {};
    return { hearing: dueAt === null ? null : { about: 'suspension', code, dueAt, answered: false } };
  }),
  /** Their own notice takes the place of one that was recorded for them. */
  keepNotice: on('giveNotice', ({ on: endsOn }) => ({ endsOn, notice: null })),
  dropNotice: every(() => ({ endsOn: null, notice: null })),
  keepRecordedNotice: on('recordNotice', ({ on, actor: { id: by } }) => ({
    notice: { on, by, confirmed: false },
  })),
  confirmNotice: on('confirmNotice', ({ on: endsOn }, { notice }) => ({
    endsOn,
    notice: notice && { ...notice, confirmed: true },
  })),
  keepAppealable: every((event, c) => {
    const against = decisions[event.type];
    return against && 'appealBy' in event
      ? { appealable: [...without(c, against), { against, until: event.appealBy }] }
      : {};
  }),
  /** One appeal a decision. */
  keepAppeal: on('lodgeAppeal', ({ against }, c) => ({ appealable: without(c, against) })),
  keepStayOfSuspension: every(() => ({ stayed: 'suspended' as const })),
  keepStayOfWithdrawal: every(() => ({ stayed: 'withdrawn' as const })),
  endStay: every(() => ({ stayed: null })),
  keepSuccessor: on('renew', ({ successor }) => ({ successor })),
  keepStanding: on('setStanding', ({ standing, dueAt: standingDueAt }) => ({ standing, standingDueAt })),
  /** It holds again. */
  settle: every(() => settled),
  /** It holds no more: nothing of it is due. */
  end: every(() => endedLabel),
};
