// Budget: 5 s.
import type { AppealRequest } from '../../src/workflow/appealEvents.ts';
import type { WorkflowEvent } from '../../src/workflow/events.ts';
import type { SessionContext } from '../../src/workflow/stored.ts';
import { times } from './support/cast.ts';
import { testRefusals } from './support/refusals.ts';

const event =
  (...changes: readonly object[]) =>
  () =>
    changes.map((change) => ({ event: change }));
const another = { event: { actor: { id: 'another', roles: ['committee', 'chair', 'reviewer'] } } };
const withInside = ({ actor }: WorkflowEvent) =>
  (['owner', 'editor', 'reader'] as const).map((role) => ({
    event: { actor: { ...actor, roles: [...actor.roles, role] } },
  }));
const empty = event({ reason: '' }, { reason: ' \n' });

testRefusals('finding', {
  checks: {
    mayProposeAction: 'byOrganisation actionGiven',
    mayAcceptAction: 'judgesThisFinding notOfTheOrganisation',
    mayReturn: 'judgesThisFinding notOfTheOrganisation reasonGiven',
    maySubmitProof: 'byOrganisation proofGiven',
    mayCloseFinding: 'judgesThisFinding notOfTheOrganisation reasonGiven',
    mayExtendDue: 'byOfficer reasonGiven dueInFuture',
    mayCarryOver: 'bySystem labelNamed',
    mayDrop: 'bySystem',
    isOverdue: 'bySystem deadlineOver',
  },
  roles: { byOrganisation: ['owner', 'editor'], byOfficer: ['officer'], bySystem: ['system'] },
  spoils: {
    actionGiven: event({ action: ' ' }),
    judgesThisFinding: (_, { labelNumber }) => [
      { context: { labelNumber: labelNumber === null ? 'MIE-26-00042-D' : null } },
      ...(labelNumber === null ? [another, { context: { reviewers: [] } }] : []),
    ],
    notOfTheOrganisation: withInside,
    reasonGiven: empty,
    proofGiven: event({ proof: ' ', documents: [] }),
    dueInFuture: event({ dueAt: times.now }),
    labelNamed: event({ labelNumber: ' ' }),
    deadlineOver: event({ at: '2026-04-01T21:59:59.999Z' }),
  },
});

testRefusals('surveillance', {
  checks: {
    mayDeclare: 'byOrganisation isForHolder contentDigested',
    mayRecordCheck: 'byOfficer notOfTheOrganisation isSiteCheck contentDigested',
    mayConfirm: 'byOfficer notOfTheOrganisation reasonGiven',
    mayRaiseFindings: 'byOfficer notOfTheOrganisation reasonGiven dueInFuture',
    mayDrop: 'bySystem',
    isOverdue: 'bySystem deadlineOver',
  },
  roles: { byOrganisation: ['owner', 'editor'], byOfficer: ['officer'], bySystem: ['system'] },
  spoils: {
    isForHolder: () => [{ context: { task: 'siteCheck', findings: 0 } as const }],
    isSiteCheck: () => [{ context: { task: 'declaration' } as const }, { context: { findings: 1 } }],
    notOfTheOrganisation: withInside,
    contentDigested: event({ digest: '' }),
    reasonGiven: empty,
    dueInFuture: event({ dueAt: times.now }),
    deadlineOver: event({ at: '2026-04-01T21:59:59.999Z' }),
  },
});

const byChair = { actor: { id: 'chair', roles: ['chair'] } };
const opened = [{ applicationId: null, personId: 'chair' }];
/** With the chair in the room, and recused from nothing. */
const presided = (c: Pick<SessionContext, 'present'>) => ({
  context: { chair: 'chair', chairs: opened, present: [...c.present, 'chair'], recusals: [] },
});
/** Of an event on the session itself: the same on a file, from which the person is recused. */
const own = ({ actor }: WorkflowEvent) => [
  {
    event: { applicationId: 'A-1' },
    context: { recusals: [{ applicationId: 'A-1', personId: actor.id }], concluded: [] },
  },
];

testRefusals('session', {
  checks: {
    mayPlan: 'byOfficerOrChair filesInDeliberation',
    mayConvene: 'byOfficerOrChair agendaNamed',
    mayExcuse: 'byCommittee invitedOnly notExcusedYet',
    mayTakeExcuseBack: 'byCommittee excusedBefore',
    mayOpen: 'byChair chairPresent membersOnly onItsDay invitedOnly quorumPresent',
    mayLetIn: 'membersOnly invitedOnly notInRoom chairsOrComesBack',
    mayLetOut: 'inRoom chairsOrLeaves reasonOfDeparture',
    mayTakeChair:
      'byCommittee inRoom chairVacant fileIsOpen itemIsOpen notRecused chairsComeFirst reasonGiven',
    mayInheritChair: 'byCommittee satInSession chairGone reasonGiven',
    mayRecuse:
      'byCommittee selfOrChair fileIsOpen itemIsOpen notRecused personSits ownWordOrConflict reasonGiven',
    mayVote: 'byCommittee fileIsOpen itemIsOpen inRoom notRecused voterHasNoConflict reasonOfDissent',
    mayConclude: 'fileIsOpen chairsThisFile chairNotRecused',
    mayClose: 'chairsSession agendaConcluded',
    mayReviseMinutes: 'wasChair byCommittee remarksGiven',
    maySignMinutes: 'byCommittee satInSession notSignedYet sameMinutes',
    maySignMinutesLast: 'byCommittee satInSession notSignedYet sameMinutes',
    mayCancel: 'byOfficerOrChair reasonGiven',
  },
  roles: { byOfficerOrChair: ['officer', 'chair'], byChair: ['chair'], byCommittee: ['committee', 'chair'] },
  spoils: {
    filesInDeliberation: event({ notInDeliberation: 1 }),
    agendaNamed: () => [{ context: { agenda: [] } }],
    chairPresent: event({ chairs: ['member-1'] }),
    membersOnly: (sent) => [{ event: sent.type === 'open' ? { outsiders: 1 } : { member: false } }],
    // The same person three times is one person.
    quorumPresent: event({ present: ['chair', 'member-1'] }, { present: ['chair', 'chair', 'chair'] }),
    notInRoom: (sent, c) =>
      sent.type === 'arrive' ? [{ context: { present: [...c.present, sent.personId] } }] : [],
    // Whoever stands outside cannot leave; the chair stays, so that it is about nobody else.
    inRoom: (sent) => [
      sent.type === 'leave'
        ? { event: { ...byChair, personId: 'nobody', reason: 'Vu' }, ...presided({ present: [] }) }
        : { context: { present: [] } },
    ],
    selfOrChair: () => [
      {
        event: { actor: { id: 'another', roles: ['committee'] }, conflict: true },
        context: { attended: ['member-3'] },
      },
    ],
    onItsDay: event({ isItsDay: false }),
    invitedOnly: () => [{ context: { invited: [] } }, { context: { invited: ['another'] } }],
    notExcusedYet: (sent) => [{ context: { excused: ['another', sent.actor.id] } }],
    excusedBefore: () => [{ context: { excused: ['another'] } }],
    chairsOrComesBack: event({ actor: { id: 'another', roles: ['committee', 'chair', 'officer'] } }),
    chairsOrLeaves: (sent) => [
      { event: { actor: { id: 'another', roles: ['committee', 'chair'] }, reason: 'Vu' } },
      // An officer notes the departure of the chair alone, and not where they sit themselves.
      ...('personId' in sent && sent.personId === 'chair'
        ? []
        : [{ event: { actor: { id: 'another', roles: ['officer'] } } }]),
    ],
    reasonOfDeparture: (sent, c) =>
      'personId' in sent && sent.personId === sent.actor.id
        ? [
            {
              event: { actor: { id: 'another', roles: ['officer'] }, reason: ' ' },
              context: { chair: sent.personId, present: [...c.present, sent.personId] },
            },
          ]
        : [{ event: { reason: ' ' } }],
    chairVacant: (_, c) => [
      { event: { holderServes: true }, context: { present: [...c.present, c.chair ?? ''], chairs: opened } },
    ],
    chairsComeFirst: event({ otherChairs: 1 }),
    chairGone: event({ holderServes: true }, { applicationId: 'A-1' }),
    personSits: (_, c) => [{ ...presided(c), event: { ...byChair, personId: 'nobody', conflict: true } }],
    ownWordOrConflict: (sent, c) => {
      const vote = { personId: 'member-1', choice: 'for' as const };
      const of = 'applicationId' in sent ? (sent.applicationId ?? '') : '';
      const { context } = presided(c);
      return [
        {
          event: byChair,
          context: {
            ...context,
            votes: [{ applicationId: of, item: of, ...vote }],
            attended: ['chair', 'member-3'],
          },
        },
      ];
    },
    chairsThisFile: event({ actor: { id: 'another', roles: ['chair'] } }),
    chairNotRecused: (sent) => [{ event: { conflicted: [sent.actor.id] } }],
    chairsSession: event({ actor: { id: 'another', roles: ['chair'] } }),
    wasChair: event({ actor: { id: 'another', roles: ['chair'] } }),
    fileIsOpen: (sent, c) => [
      sent.type === 'conclude'
        ? { event: { ...byChair, applicationId: 'A-9' }, ...presided(c) }
        : { event: { applicationId: 'A-9' } },
      ...('applicationId' in sent && sent.applicationId !== null
        ? [
            {
              context: {
                concluded: [
                  ...c.concluded,
                  { applicationId: sent.applicationId, result: 'deferred' as const, chair: 'chair' },
                ],
              },
            },
          ]
        : []),
    ],
    itemIsOpen: event({ itemIsOpen: false }),
    notRecused: (sent) => {
      if (!('applicationId' in sent) || sent.applicationId === null) return own(sent);
      const personId = 'personId' in sent ? sent.personId : sent.actor.id;
      return [{ context: { recusals: [{ applicationId: sent.applicationId, personId }] } }];
    },
    reasonGiven: empty,
    voterHasNoConflict: event({ conflict: true }),
    reasonOfDissent: event({ reason: '' }, { choice: 'abstain', reason: ' ' }),
    agendaConcluded: (_, c) => [{ context: { concluded: c.concluded.slice(1) } }],
    remarksGiven: event({ remarks: ' ' }),
    satInSession: () => [{ context: { attended: [] } }],
    notSignedYet: (sent, c) => [{ context: { signedBy: [...c.signedBy, sent.actor.id] } }],
    sameMinutes: () => [{ context: { minutes: 'b'.repeat(64) } }],
  },
});

testRefusals('appeal', {
  checks: {
    mayAdmit: 'byCommittee notOfTheOrganisation tookNoEarlierPart reasonGiven',
    mayFindInadmissible: 'byCommittee notOfTheOrganisation tookNoEarlierPart reasonGiven notAskedYet',
    mayDeclareInadmissible: 'byCommittee notOfTheOrganisation tookNoEarlierPart reasonGiven notAskedYet',
    mayFormPanel: 'byOfficerOrChair notOfTheOrganisation panelComplete panelFree formerStaysOut noConflict',
    mayAskStay: 'onPanel notStayed canBeStayed notAskedYet reasonGiven',
    mayConfirmStay: 'onPanel notStayed canBeStayed notAskedYet reasonGiven',
    mayGrantStay: 'onPanel notStayed canBeStayed notAskedYet reasonGiven',
    mayAskToLiftStay: 'onPanel isStayed notAskedYet reasonGiven',
    mayLiftStay: 'onPanel isStayed notAskedYet reasonGiven',
    mayGrantUrgentStay: 'chairsPanel notStayed canBeStayed firstUrgentStay endsLater reasonGiven',
    isOverdue: 'bySystem deadlineOver',
    mayVote: 'onPanel wholeOutcome',
    mayDissolvePanel: 'byOfficerOrSystem personOnPanel',
    mayUphold: 'onPanel panelVoted majorityOfPanel reasonGiven',
    mayPartlyUphold: 'onPanel panelVoted majorityOfPanel reasonGiven',
    mayDismiss: 'onPanel panelVoted majorityOfPanel reasonGiven',
  },
  roles: {
    byCommittee: ['committee', 'chair'],
    byOfficerOrChair: ['officer', 'chair'],
    byOfficerOrSystem: ['officer', 'system'],
    bySystem: ['system'],
  },
  spoils: {
    notOfTheOrganisation: withInside,
    notAskedYet: ({ type, actor: { id } }, { asked }) => [
      { context: { asked: [...asked, { personId: id, step: type as AppealRequest }] } },
    ],
    formerStaysOut: (sent) => [{ event: { actor: { ...sent.actor, id: 'panel-2' } } }],
    chairsPanel: (sent) => [{ event: { actor: { ...sent.actor, id: 'panel-2' } } }],
    firstUrgentStay: () => [{ context: { urgentStay: true } }],
    endsLater: event({ dueAt: times.now }),
    deadlineOver: () => [{ context: { dueAt: null } }, { context: { dueAt: '2999-01-01T00:00:00.000Z' } }],
    tookNoEarlierPart: event({ tookPart: true }),
    reasonGiven: empty,
    panelComplete: (sent) => {
      const panel = sent.type === 'formPanel' ? sent.panel : [];
      const [first, ...others] = panel;
      return [
        { event: { panel: others } },
        { event: { panel: [...panel, { ...first, personId: 'panel-4' }] } },
        { event: { panel: [others[0], ...others] } },
        { event: { panel: [{ ...first, member: false }, ...others] } },
      ];
    },
    panelFree: (sent) => [{ event: { panel: inPanel(sent, { tookPart: true }) } }],
    noConflict: (sent) => [{ event: { panel: inPanel(sent, { conflict: true }) } }],
    onPanel: (sent) => [{ event: { actor: { ...sent.actor, id: 'another' } } }],
    notStayed: () => [{ context: { stayed: true, dueAt: null } }],
    canBeStayed: () => (['scope', 'standing'] as const).map((against) => ({ context: { against } })),
    wholeOutcome: () => [{ event: { choice: 'partlyUphold' }, context: { labelNumber: 'MIE-26-00042-D' } }],
    isStayed: () => [{ context: { stayed: false } }],
    personOnPanel: event({ personId: 'another' }),
    panelVoted: (_, { votes }) => [{ context: { votes: votes.slice(1) } }],
    majorityOfPanel: ({ type }, { votes }) => {
      const other = type === 'dismiss' ? 'uphold' : 'dismiss';
      const others = votes.map((vote, i) => (i === 0 ? vote : ({ ...vote, outcome: other } as const)));
      const stranger = { personId: 'another', outcome: votes[0]?.outcome ?? 'uphold' };
      return [{ context: { votes: others } }, { context: { votes: [...others, stranger] } }];
    },
  },
});

function inPanel(sent: WorkflowEvent, change: object): readonly object[] {
  const panel = sent.type === 'formPanel' ? sent.panel : [];
  return panel.map((one, i) => (i === 1 ? { ...one, ...change } : one));
}
