import { startReconsideration } from '../../../src/commands/application/scope/startReconsideration.ts';
import { planSession } from '../../../src/commands/committee/session/planSession.ts';
import { assessChange, concludeChange } from '../../../src/commands/desk/assessChange.ts';
import { askRevision } from '../../../src/commands/label/askRevision.ts';
import { labelActor } from '../../../src/commands/label/changeLabel.ts';
import {
  confirmCondition,
  extendCondition,
  recordConditionCall,
  rejectCondition,
} from '../../../src/commands/label/conditions/followConditions.ts';
import { imposeCondition } from '../../../src/commands/label/conditions/imposeCondition.ts';
import { remindOfCondition, remindOfSanction } from '../../../src/commands/label/remindHolder.ts';
import { extendHearing, extendRepair, recordCall } from '../../../src/commands/label/sanctions/moreTime.ts';
import {
  confirmNotice,
  dropNotice,
  recordNotice,
} from '../../../src/commands/label/sanctions/recordedNotice.ts';
import {
  confirmSuspension,
  dropProposal,
  proposeSuspension,
  proposeWithdrawal,
  suspendLabel,
} from '../../../src/commands/label/sanctions/suspension.ts';
import {
  confirmSurveillance,
  raiseSurveillanceFindings,
  recordSiteCheck,
} from '../../../src/commands/label/surveillance/judgeSurveillance.ts';
import { writtenNotice } from '../samples/writtenNotice.ts';
import {
  asIs,
  at,
  type Commands,
  change,
  condition,
  conditionAt,
  far,
  farInstant,
  grounds,
  hearing,
  label,
  later,
  notice,
  reason,
  seen,
  surveillance,
  surveillanceAt,
} from './found.ts';

/** Officers who keep the label. */
export const keepers = {
  proposeSuspension: {
    finds: label('active'),
    give: (deps, me, found) => proposeSuspension(deps, me, { ...at(found), ...grounds }),
  },
  suspendLabel: {
    finds: label('active'),
    give: (deps, me, found) => suspendLabel(deps, me, { ...at(found), ...grounds, until: far, urgent: true }),
  },
  confirmSuspension: {
    finds: label('suspended', hearing('suspension')),
    give: (deps, me, found) => confirmSuspension(deps, me, { ...at(found), reason }),
  },
  extendHearing: {
    finds: label('active', hearing('suspension', false)),
    give: (deps, me, found) => extendHearing(deps, me, { ...at(found), dueOn: later, reason }),
  },
  extendRepair: {
    finds: label('suspended', { dueAt: farInstant }),
    give: (deps, me, found) => extendRepair(deps, me, { ...at(found), dueOn: later, reason }),
  },
  recordCall: {
    finds: label('active', hearing('suspension', false)),
    give: (deps, me, found) => recordCall(deps, me, { ...at(found), on: '2026-01-05', text: reason }),
  },
  remindOfSanction: {
    finds: label('active', hearing('suspension', false)),
    give: (deps, me, found) => remindOfSanction(deps, me, { number: found.label.id, of: 'hearing' }),
  },
  dropProposal: {
    finds: label('active', hearing('suspension')),
    give: (deps, me, found) => dropProposal(deps, me, { ...at(found), reason }),
  },
  restore: {
    finds: label('suspended'),
    give: async (deps, me, found) => {
      const actor = await labelActor(deps, me, found.label);
      return askRevision(deps, actor, { ...at(found), cause: 'restored', reason });
    },
  },
  proposeWithdrawal: {
    finds: label('suspended'),
    give: (deps, me, found) => proposeWithdrawal(deps, me, { ...at(found), code: 'misuse', reason }),
  },
  putOnAgenda: {
    finds: asIs,
    give: (deps, me, _, { holder }) =>
      planSession(deps, me, { plannedFor: farInstant, place: 'Ici', agenda: [holder.applicationId] }),
  },
  recordNotice: {
    finds: label('active'),
    give: (deps, me, found) =>
      recordNotice(deps, me, { ...at(found), noticeOn: far, reason, file: writtenNotice }),
  },
  confirmNotice: {
    finds: label('active', { notice }),
    give: (deps, me, found) => confirmNotice(deps, me, at(found)),
  },
  dropNotice: {
    finds: label('active', { notice }),
    give: (deps, me, found) => dropNotice(deps, me, { ...at(found), reason }),
  },
  reviseScope: {
    finds: label('active'),
    give: async (deps, me, found) => {
      const [kept] = found.label.offers;
      const actor = await labelActor(deps, me, found.label);
      const offers = kept ? [kept.id] : [];
      return askRevision(deps, actor, { ...at(found), cause: 'scope', offers, reason });
    },
  },
  startReconsideration: {
    finds: label('active'),
    give: (deps, me, { label: { id: labelNumber } }) =>
      startReconsideration(deps, me, { labelNumber, criteria: ['TRV-01'], reason }),
  },
  confirmCondition: {
    finds: condition('proofSubmitted'),
    give: (deps, me, found) => confirmCondition(deps, me, { ...conditionAt(found), reason }),
  },
  rejectCondition: {
    finds: condition('proofSubmitted'),
    give: (deps, me, found) => rejectCondition(deps, me, { ...conditionAt(found), reason, dueOn: far }),
  },
  imposeCondition: {
    finds: label('active'),
    give: (deps, me, found) => imposeCondition(deps, me, { ...at(found), text: reason, dueOn: far, reason }),
  },
  extendCondition: {
    finds: condition('open'),
    give: (deps, me, found) => extendCondition(deps, me, { ...conditionAt(found), reason, dueOn: later }),
  },
  recordConditionCall: {
    finds: condition('open'),
    give: (deps, me, found) =>
      recordConditionCall(deps, me, { ...conditionAt(found), on: '2026-01-05', text: reason }),
  },
  remindOfCondition: {
    finds: condition('open'),
    give: (deps, me, { condition: { id: conditionId } }) => remindOfCondition(deps, me, { conditionId }),
  },
  confirmSurveillance: {
    finds: surveillance('declared'),
    give: (deps, me, found) => confirmSurveillance(deps, me, { ...surveillanceAt(found), reason }),
  },
  raiseFindings: {
    finds: surveillance('declared'),
    give: (deps, me, found) =>
      raiseSurveillanceFindings(deps, me, { ...surveillanceAt(found), reason, until: far }),
  },
  recordSiteCheck: {
    finds: surveillance('due', 'siteCheck'),
    give: (deps, me, found) => recordSiteCheck(deps, me, { ...surveillanceAt(found), ...seen }),
  },
  assessChange: {
    finds: change('notified'),
    give: (deps, me, { change: { id: changeId, revision } }) => {
      const said = { effect: 'none', reason, until: null, criteria: [], successor: '' } as const;
      return assessChange(deps, me, { changeId, revision, ...said });
    },
  },
  concludeChange: {
    finds: change('followUp'),
    give: (deps, me, { change: { id: changeId, revision } }) =>
      concludeChange(deps, me, { changeId, revision, reason }),
  },
} as const satisfies Commands;
