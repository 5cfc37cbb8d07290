import { startReconsideration } from '../../src/commands/application/scope/startReconsideration.ts';
import {
  admitAppeal,
  findInadmissible,
  settleAppeal,
  voteOnAppeal,
} from '../../src/commands/committee/appeal/judgeAppeal.ts';
import { lodgeLabelAppeal } from '../../src/commands/committee/appeal/lodgeLabelAppeal.ts';
import { askForStay, grantUrgentStay } from '../../src/commands/committee/appeal/stay.ts';
import {
  concludeWithdrawal,
  deferWithdrawal,
} from '../../src/commands/committee/decision/concludeWithdrawal.ts';
import { withdrawalItem } from '../../src/commands/committee/session/agendaItem.ts';
import { castVote } from '../../src/commands/committee/session/castVote.ts';
import { planSession } from '../../src/commands/committee/session/planSession.ts';
import { giveStatement } from '../../src/commands/complaint/giveStatement.ts';
import {
  answerComplaint,
  askHolder,
  noteOnComplaint,
  takeComplaint,
} from '../../src/commands/complaint/handleComplaint.ts';
import { assessChange, concludeChange } from '../../src/commands/desk/assessChange.ts';
import type { Complaint } from '../../src/commands/items/complaint.ts';
import type { Condition } from '../../src/commands/items/condition.ts';
import type { Appeal } from '../../src/commands/items/decidingItems.ts';
import type { Label } from '../../src/commands/items/items.ts';
import type { NoticeOfChange } from '../../src/commands/items/noticeOfChange.ts';
import type { Surveillance } from '../../src/commands/items/surveillance.ts';
import { askRevision } from '../../src/commands/label/askRevision.ts';
import { labelActor } from '../../src/commands/label/changeLabel.ts';
import {
  confirmCondition,
  extendCondition,
  recordConditionCall,
  rejectCondition,
  submitConditionProof,
} from '../../src/commands/label/conditions/followConditions.ts';
import { imposeCondition } from '../../src/commands/label/conditions/imposeCondition.ts';
import { remindOfCondition, remindOfSanction } from '../../src/commands/label/remindHolder.ts';
import { answerHearing } from '../../src/commands/label/sanctions/hearing.ts';
import { extendHearing, extendRepair, recordCall } from '../../src/commands/label/sanctions/moreTime.ts';
import { giveNotice, takeBackNotice } from '../../src/commands/label/sanctions/notice.ts';
import {
  confirmNotice,
  dropNotice,
  objectToNotice,
  recordNotice,
} from '../../src/commands/label/sanctions/recordedNotice.ts';
import {
  confirmSuspension,
  dropProposal,
  proposeSuspension,
  proposeWithdrawal,
  suspendLabel,
} from '../../src/commands/label/sanctions/suspension.ts';
import {
  confirmSurveillance,
  raiseSurveillanceFindings,
  recordSiteCheck,
} from '../../src/commands/label/surveillance/judgeSurveillance.ts';
import type { Asker, Deps } from '../../src/commands/ports/ports.ts';
import type { LabelWorld } from './labelWorld.ts';
import { suspension } from './samples/suspension.ts';
import { writtenNotice } from './samples/writtenNotice.ts';
import { declare } from './surveillanceSteps.ts';

/** Items of a label's life as a command finds them. */
export interface Found {
  readonly label: Label;
  readonly condition: Condition;
  readonly surveillance: Surveillance;
  readonly change: NoticeOfChange;
  readonly complaint: Complaint;
  readonly appeal: Appeal;
}

/** A command of a label's life: what it needs to find, and how somebody gives it. */
interface LabelCommand {
  /** Changed items; everything else stands as it does. */
  readonly finds: (found: Found, me: string) => Partial<Found>;
  readonly give: (deps: Deps, me: Asker, found: Found, world: LabelWorld) => Promise<unknown>;
}

const reason = 'Spécimen : nous avons lu ce qui est au dossier, et voici pourquoi.';
const grounds = { code: suspension.code, reason, todo: suspension.todo } as const;
const far = '2028-01-31';
const later = '2028-02-28';
const farInstant = '2028-01-31T22:59:59.999Z';

/** The label in a state, with nothing under way but what is named. */
const label =
  (state: Label['state'], context: Partial<Label['context']> = {}) =>
  ({ label: known }: Found): Partial<Found> => {
    const clear = { hearing: null, stayed: null, endsOn: null, dueAt: null, appealable: [] } as const;
    return { label: { ...known, state, context: { ...known.context, ...clear, ...context } } };
  };
const hearing = (about: 'suspension' | 'withdrawal', answered = true) =>
  ({ hearing: { about, code: 'misuse', dueAt: farInstant, answered } }) as const;
const condition =
  (state: Condition['state']) =>
  (found: Found): Partial<Found> => ({ ...label('active')(found), condition: { ...found.condition, state } });
const surveillance =
  (state: Surveillance['state'], task: Surveillance['context']['task'] = 'declaration') =>
  ({ surveillance: known }: Found): Partial<Found> => ({
    surveillance: { ...known, state, context: { ...known.context, task, findings: 0 } },
  });
const change =
  (state: NoticeOfChange['state']) =>
  ({ change: known }: Found): Partial<Found> => ({ change: { ...known, state } });
const complaint =
  (context: Partial<Complaint['context']>) =>
  ({ complaint: known }: Found): Partial<Found> => ({
    complaint: { ...known, state: 'inquiry', context: { ...known.context, ...context } },
  });
const appeal =
  (state: Appeal['state'], context: Partial<Appeal['context']> = {}) =>
  ({ appeal: known }: Found, me: string): Partial<Found> => {
    const panel = [me, 'OTHER', 'THIRD'];
    return { appeal: { ...known, state, context: { ...known.context, panel, ...context } } };
  };
/** Recorded by somebody else, and not confirmed. */
const notice = { on: far, by: 'OTHER', confirmed: false };
const asIs = (): Partial<Found> => ({});
const at = ({ label: { id: number, revision } }: Found) => ({ number, revision });
const conditionAt = ({ condition: { id, revision } }: Found) => ({ conditionId: id, revision });
const appealAt = ({ appeal: { id, revision } }: Found) => ({ appealId: id, revision });
const seen = { kind: 'visit', on: '2027-09-30', people: 'Une boulangère', notes: reason } as const;
const surveillanceAt = ({ surveillance: { id, revision } }: Found) => ({ surveillanceId: id, revision });

/** Every command of a label's life, by whoever gives it. */
export const labelCommands = {
  /** People who write for the holder. */
  editors: {
    declareSurveillance: {
      finds: surveillance('due'),
      give: (deps, me, { surveillance }) => declare(deps, me, surveillance.id),
    },
    submitConditionProof: {
      finds: condition('open'),
      give: (deps, me, found) =>
        submitConditionProof(deps, me, { ...conditionAt(found), proof: reason, documents: [] }),
    },
    answerHearing: {
      finds: label('active', hearing('suspension', false)),
      give: (deps, me, found) => answerHearing(deps, me, { ...at(found), text: reason }),
    },
    giveStatement: {
      finds: complaint({ statement: { dueAt: farInstant, given: false } }),
      give: (deps, me, { complaint: { id: complaintId, revision } }, { holder }) => {
        const of = { organisationId: holder.organisationId, labelNumber: holder.number };
        return giveStatement(deps, me, { complaintId, revision, ...of, statement: reason });
      },
    },
  },
  /** Whoever speaks for the holder. */
  owners: {
    giveNotice: {
      finds: label('active'),
      give: (deps, me, found) => giveNotice(deps, me, { ...at(found), on: far, reason }),
    },
    takeBackNotice: {
      finds: label('active', { endsOn: far }),
      give: (deps, me, found) => takeBackNotice(deps, me, at(found)),
    },
    objectToNotice: {
      finds: label('active', { endsOn: far, notice: { ...notice, confirmed: true } }),
      give: (deps, me, found) => objectToNotice(deps, me, { ...at(found), reason }),
    },
    lodgeLabelAppeal: {
      finds: label('suspended', { appealable: [{ against: 'suspension', until: farInstant }] }),
      give: (deps, me, found) => {
        const said = { against: 'suspension', ground: 'evidence', grounds: reason, documents: [] } as const;
        return lodgeLabelAppeal(deps, me, { ...at(found), ...said });
      },
    },
  },
  /** Officers who keep the label. */
  keepers: {
    proposeSuspension: {
      finds: label('active'),
      give: (deps, me, found) => proposeSuspension(deps, me, { ...at(found), ...grounds }),
    },
    suspendLabel: {
      finds: label('active'),
      give: (deps, me, found) =>
        suspendLabel(deps, me, { ...at(found), ...grounds, until: far, urgent: true }),
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
      give: (deps, me, found) =>
        imposeCondition(deps, me, { ...at(found), text: reason, dueOn: far, reason }),
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
  },
  /** Members of the committee in session, whoever chairs it among them. */
  deciders: {
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
  },
  /** Members of the committee who judge an appeal. */
  panel: {
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
  },
  /** Officers who had nothing at all to do with the file. */
  handlers: {
    takeComplaint: {
      finds: complaint({ handler: null }),
      give: (deps, me, { complaint: { id: complaintId, revision } }) =>
        takeComplaint(deps, me, { complaintId, revision }),
    },
    noteOnComplaint: {
      finds: (found, me) => complaint({ handler: me })(found),
      give: (deps, me, { complaint: { id: complaintId, revision } }) =>
        noteOnComplaint(deps, me, { complaintId, revision, note: reason }),
    },
    askHolder: {
      finds: (found, me) => complaint({ handler: me, statement: null })(found),
      give: (deps, me, { complaint: { id: complaintId, revision } }) =>
        askHolder(deps, me, { complaintId, revision, question: reason }),
    },
    answerComplaint: {
      finds: (found, me) => complaint({ handler: me })(found),
      give: (deps, me, { complaint: { id: complaintId, revision } }) => {
        const said = { outcome: 'founded', reason, done: 'Enlevé.' } as const;
        return answerComplaint(deps, me, { complaintId, revision, ...said });
      },
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, LabelCommand>>>>;
