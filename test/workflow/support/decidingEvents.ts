import { type AppealEvent, appealOutcomes } from '../../../src/workflow/appealEvents.ts';
import type { FindingEvent } from '../../../src/workflow/findingEvents.ts';
import { presidingOn } from '../../../src/workflow/session/sessionChair.ts';
import type { SessionEvent } from '../../../src/workflow/session/sessionEvents.ts';
import type { FindingContext, SessionContext, SurveillanceContext } from '../../../src/workflow/stored.ts';
import type { AppealContext } from '../../../src/workflow/storedAppeal.ts';
import type { SurveillanceEvent } from '../../../src/workflow/surveillanceEvents.ts';
import { actor, times } from './cast.ts';

type Payloads<Event extends { type: string }> = {
  readonly [T in Event['type']]: readonly Extract<Event, { type: T }>[];
};

const reason = 'Spécimen';
const at = times.now;

/** What every actor could say of a finding now. */
export function findingEvents(c: FindingContext): readonly FindingEvent[] {
  const judge = c.labelNumber === null ? actor('reviewer', c.reviewers[0]) : actor('officer');
  const organisation = actor('editor');
  const system = actor('system');
  const payloads: Payloads<FindingEvent> = {
    proposeAction: [{ type: 'proposeAction', at, actor: organisation, action: reason }],
    acceptAction: [{ type: 'acceptAction', at, actor: judge, reason: '' }],
    returnAction: [{ type: 'returnAction', at, actor: judge, reason }],
    submitProof: [
      { type: 'submitProof', at, actor: organisation, proof: reason, documents: [] },
      { type: 'submitProof', at, actor: organisation, proof: '', documents: ['document-1'] },
    ],
    close: [{ type: 'close', at, actor: judge, reason }],
    returnProof: [{ type: 'returnProof', at, actor: judge, reason }],
    extend: [{ type: 'extend', at, actor: actor('officer'), reason, dueAt: times.due }],
    carryOver: [{ type: 'carryOver', at, actor: system, labelNumber: 'MIE-26-00042-D' }],
    drop: [{ type: 'drop', at, actor: system }],
    deadlinePassed: [{ type: 'deadlinePassed', at: times.late, actor: system }],
  };
  return Object.values(payloads).flat();
}

/** What every actor could say of a surveillance now. */
export function surveillanceEvents(_: SurveillanceContext): readonly SurveillanceEvent[] {
  const officer = { at, actor: actor('officer') };
  const digest = 'a'.repeat(64);
  const payloads: Payloads<SurveillanceEvent> = {
    declare: [{ type: 'declare', at, actor: actor('editor'), digest }],
    recordCheck: [{ ...officer, type: 'recordCheck', digest }],
    confirm: [{ ...officer, type: 'confirm', reason }],
    raiseFindings: [{ ...officer, type: 'raiseFindings', reason, dueAt: times.due }],
    drop: [{ type: 'drop', at, actor: actor('system') }],
    deadlinePassed: [{ type: 'deadlinePassed', at: times.late, actor: actor('system') }],
  };
  return Object.values(payloads).flat();
}

/** What every actor could do to a session now; its agenda has two files, its committee a chair and three members. */
export function sessionEvents(c: SessionContext): readonly SessionEvent[] {
  const holder = c.chair ?? 'chair';
  const chair = actor(holder === 'chair' ? 'chair' : 'committee', holder);
  const present = ['chair', 'member-1', 'member-2'];
  const next = c.agenda.find((id) => !c.concluded.some(({ applicationId }) => applicationId === id));
  const file = { applicationId: next ?? 'A-1' };
  const presiding = presidingOn(c, file.applicationId) ?? holder;
  const voter = actor('committee', 'member-1');
  const taking = {
    type: 'takeChair',
    at,
    actor: actor('committee', 'member-1'),
    reason,
    otherChairs: 0,
  } as const;
  const payloads: Payloads<SessionEvent> = {
    plan: [
      {
        type: 'plan',
        at,
        actor: actor('officer'),
        plannedFor: at,
        agenda: ['A-1', 'A-2'],
        notInDeliberation: 0,
      },
    ],
    convene: [{ type: 'convene', at, actor: actor('officer') }],
    excuse: [{ type: 'excuse', at, actor: actor('committee', 'member-3') }],
    takeExcuseBack: [{ type: 'takeExcuseBack', at, actor: actor('committee', 'member-3') }],
    open: [
      {
        type: 'open',
        at,
        actor: actor('chair'),
        present,
        outsiders: 0,
        chairs: ['chair'],
        recusals: [{ applicationId: 'A-2', personId: 'member-2' }],
      },
    ],
    arrive: [
      { type: 'arrive', at, actor: chair, personId: 'member-3', member: true },
      { type: 'arrive', at, actor: actor('chair'), personId: 'chair', member: true },
    ],
    leave: [
      { type: 'leave', at, actor: chair, personId: 'member-3', reason },
      { type: 'leave', at, actor: actor('chair'), personId: 'chair', reason: '' },
    ],
    takeChair: [
      { ...taking, applicationId: null, holderServes: true },
      { ...taking, applicationId: null, holderServes: false },
      { ...taking, ...file, holderServes: true },
    ],
    recuse: [
      {
        type: 'recuse',
        at,
        actor: actor('committee', 'member-3'),
        ...file,
        personId: 'member-3',
        reason,
        conflict: false,
      },
    ],
    vote: [{ type: 'vote', at, actor: voter, ...file, choice: 'against', reason, conflict: false }],
    conclude: [
      {
        type: 'conclude',
        at,
        actor: actor(presiding === 'chair' ? 'chair' : 'committee', presiding),
        ...file,
        result: 'decided',
        conflicted: [],
      },
    ],
    close: [{ type: 'close', at, actor: chair, waiting: c.agenda }],
    reviseMinutes: [{ type: 'reviseMinutes', at, actor: chair, remarks: reason }],
    signMinutes: ['chair', 'member-1'].map((id) => ({
      type: 'signMinutes',
      at,
      actor: actor(id === 'chair' ? 'chair' : 'committee', id),
      minutes: 'a'.repeat(64),
    })),
    cancel: [{ type: 'cancel', at, actor: actor('officer'), reason }],
  };
  return Object.values(payloads).flat();
}

/** What every actor could do to an appeal now. */
export function appealEvents(c: AppealContext): readonly AppealEvent[] {
  const free = actor('committee', 'member-1');
  const judge = actor('committee', c.panel[0] ?? 'panel-1');
  const panel = ['panel-1', 'panel-2', 'panel-3'].map((personId) => ({
    personId,
    member: true,
    tookPart: false,
    conflict: false,
  }));
  const judged = { at, actor: judge, reason };
  const judges = [judge, actor('committee', c.panel[1] ?? 'panel-2')];
  // Who votes after the first is for the same: a panel that agrees can settle.
  const choices = c.votes[0] ? [c.votes[0].outcome] : appealOutcomes;
  const payloads: Payloads<AppealEvent> = {
    admit: [{ type: 'admit', at, actor: free, reason, tookPart: false }],
    findInadmissible: [free, actor('committee', 'member-2')].map((by) => ({
      type: 'findInadmissible' as const,
      ...{ at, actor: by, reason, tookPart: false },
    })),
    formPanel: [{ type: 'formPanel', at, actor: actor('officer'), panel }],
    conflictFound: [
      { type: 'conflictFound', at, actor: actor('officer'), personId: c.panel[1] ?? 'panel-2' },
    ],
    // Two of three are most of them.
    askStay: judges.map((by) => ({ type: 'askStay', at, actor: by, reason })),
    askToLiftStay: judges.map((by) => ({ type: 'askToLiftStay', at, actor: by, reason })),
    grantUrgentStay: [{ type: 'grantUrgentStay', at, actor: judge, reason, dueAt: times.late }],
    deadlinePassed: [{ type: 'deadlinePassed', at: times.late, actor: actor('system') }],
    vote: c.panel.flatMap((id) =>
      choices.map((choice) => ({ type: 'vote' as const, at, actor: actor('committee', id), choice })),
    ),
    uphold: [{ ...judged, type: 'uphold' }],
    partlyUphold: [{ ...judged, type: 'partlyUphold' }],
    dismiss: [{ ...judged, type: 'dismiss' }],
  };
  return Object.values(payloads).flat();
}
