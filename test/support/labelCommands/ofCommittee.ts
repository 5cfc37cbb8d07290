import {
  admitAppeal,
  findInadmissible,
  settleAppeal,
  voteOnAppeal,
} from '../../../src/commands/committee/appeal/judgeAppeal.ts';
import { askForStay, grantUrgentStay } from '../../../src/commands/committee/appeal/stay.ts';
import {
  concludeWithdrawal,
  deferWithdrawal,
} from '../../../src/commands/committee/decision/concludeWithdrawal.ts';
import { withdrawalItem } from '../../../src/commands/committee/session/agendaItem.ts';
import { castVote } from '../../../src/commands/committee/session/castVote.ts';
import { appeal, appealAt, at, type Commands, hearing, label, reason } from './found.ts';

/** Members of the committee in session, whoever chairs it among them. */
export const deciders = {
  castVote: {
    finds: label('suspended', hearing('withdrawal')),
    give: (deps, me, found, { holder: { applicationId } }) =>
      castVote(deps, me, { applicationId, item: withdrawalItem(found.label), choice: 'for', reason }),
  },
  withdrawLabel: {
    finds: label('suspended', hearing('withdrawal')),
    give: (deps, me, found) =>
      concludeWithdrawal(deps, me, { ...at(found), outcome: 'withdrawn', reason, until: null }),
  },
  deferWithdrawal: {
    finds: label('suspended', hearing('withdrawal')),
    give: (deps, me, found) => deferWithdrawal(deps, me, { ...at(found), reason }),
  },
} as const satisfies Commands;

/** Members of the committee who judge an appeal. */
export const panel = {
  admitAppeal: {
    finds: appeal('lodged'),
    give: (deps, me, found) => admitAppeal(deps, me, { ...appealAt(found), reason }),
  },
  findInadmissible: {
    finds: appeal('lodged'),
    give: (deps, me, found) => findInadmissible(deps, me, { ...appealAt(found), reason }),
  },
  voteOnAppeal: {
    finds: appeal('panelFormed'),
    give: (deps, me, { appeal: { id: appealId } }) =>
      voteOnAppeal(deps, me, { appealId, outcome: 'dismiss' }),
  },
  askStay: {
    finds: (found, me) => ({
      ...label('suspended')(found),
      ...appeal('panelFormed', { asked: [{ personId: 'OTHER', step: 'askStay' }] })(found, me),
    }),
    give: (deps, me, { appeal: { id: appealId, revision } }) =>
      askForStay(deps, me, { appealId, revision, reason, step: 'askStay' }),
  },
  grantUrgentStay: {
    finds: (found, me) => ({ ...label('suspended')(found), ...appeal('panelFormed')(found, me) }),
    give: (deps, me, { appeal: { id: appealId, revision } }) =>
      grantUrgentStay(deps, me, { appealId, revision, reason }),
  },
  askToLiftStay: {
    finds: (found, me) => ({
      ...label('active', { stayed: 'suspended' })(found),
      ...appeal('panelFormed', { stayed: true, asked: [{ personId: 'OTHER', step: 'askToLiftStay' }] })(
        found,
        me,
      ),
    }),
    give: (deps, me, { appeal: { id: appealId, revision } }) =>
      askForStay(deps, me, { appealId, revision, reason, step: 'askToLiftStay' }),
  },
  settleAppeal: {
    finds: (found, me) => {
      const votes = [me, 'OTHER', 'THIRD'].map((personId) => ({ personId, outcome: 'dismiss' as const }));
      return appeal('panelFormed', { votes })(found, me);
    },
    give: (deps, me, { appeal: { id: appealId, revision } }) =>
      settleAppeal(deps, me, { appealId, revision, reason }),
  },
} as const satisfies Commands;
