import { dayOf } from '../register/day.ts';
import type { LabelEvent } from './events.ts';
import { all, branch, checksFor } from './guards.ts';
import type { LabelContext } from './stored.ts';

const { check, on, role, reasonGiven } = checksFor<LabelContext, LabelEvent>();

const bySystem = role('bySystem', 'system');
const byOfficer = role('byOfficer', 'officer');
const byOfficerOrSystem = role('byOfficerOrSystem', 'officer', 'system');
const certificateStored = check(
  'certificateStored',
  (event) => 'certificate' in event && /^[0-9a-f]{64}$/.test(event.certificate),
);
const periodOver = check('periodOver', (event, c) => dayOf(event.at) > c.until);
const periodOpen = check('periodOpen', (event, c) => dayOf(event.at) <= c.until);
const deadlineOver = check('deadlineOver', (event, c) => c.dueAt !== null && event.at >= c.dueAt);
const successorGiven = on('renew', 'successorGiven', (event) => event.successor.length > 0);
const mayEndPeriod = all(bySystem, periodOver);

/** The guards of a label's machine, one a transition. */
export const labelGuards = {
  mayIssue: all(
    bySystem,
    certificateStored,
    on('issued', 'entryReady', (event) => event.entryReady === true),
    periodOpen,
  ),
  maySuspend: all(byOfficer, reasonGiven),
  mayRestore: all(byOfficer, reasonGiven, periodOpen, certificateStored),
  mayWithdrawLabel: all(role('byOfficerOrChair', 'officer', 'chair'), reasonGiven),
  mayTerminate: all(role('byOwnerOrOfficer', 'owner', 'officer')),
  mayReviseScope: all(byOfficer, certificateStored),
  mayReissue: all(byOfficerOrSystem, certificateStored),
  mayExtend: branch(mayEndPeriod, (_, event) => event.type === 'periodEnded' && event.renewalFiled),
  mayExpire: branch(mayEndPeriod, (_, event) => event.type === 'periodEnded' && !event.renewalFiled),
  mayExpireSuspended: mayEndPeriod,
  mayRenew: all(byOfficerOrSystem, successorGiven),
  mayEndExtension: all(byOfficerOrSystem),
  mayProposeWithdrawal: all(bySystem, deadlineOver),
  maySetStanding: all(byOfficer),
  mayReinstate: all(role('byCommittee', 'committee', 'chair'), reasonGiven, periodOpen, certificateStored),
};
