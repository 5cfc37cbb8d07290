import type { WorkflowEvent } from '../../src/workflow/events.ts';
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

testRefusals('session', {
  checks: {
    mayPlan: 'byOfficerOrChair filesInDeliberation',
    mayConvene: 'byOfficerOrChair agendaNamed',
    mayOpen: 'byChair chairPresent membersOnly quorumPresent',
    mayLetIn: 'byChair membersOnly notInRoom',
    mayLetOut: 'byChair inRoom',
    mayRecuse: 'byCommittee selfOrChair fileIsOpen notRecused reasonGiven',
    mayVote: 'byCommittee fileIsOpen inRoom notRecused voterHasNoConflict reasonOfDissent',
    mayConclude: 'byChair fileIsOpen',
    mayClose: 'byChair agendaConcluded',
    mayReviseMinutes: 'byChair remarksGiven',
    maySignMinutes: 'byCommittee satInSession notSignedYet sameMinutes',
    maySignMinutesLast: 'byCommittee satInSession notSignedYet sameMinutes',
    mayCancel: 'byOfficerOrChair reasonGiven',
  },
  roles: {
    byOfficerOrChair: ['officer', 'chair'],
    byChair: ['chair'],
    byCommittee: ['committee', 'chair'],
  },
  spoils: {
    filesInDeliberation: event({ notInDeliberation: 1 }),
    agendaNamed: () => [{ context: { agenda: [] } }],
    chairPresent: event({ present: ['member-1', 'member-2', 'member-3'] }),
    membersOnly: (sent) => [{ event: sent.type === 'open' ? { outsiders: 1 } : { member: false } }],
    // The same person three times is one person.
    quorumPresent: event({ present: ['chair', 'member-1'] }, { present: ['chair', 'chair', 'chair'] }),
    notInRoom: (sent, c) =>
      sent.type === 'arrive' ? [{ context: { present: [...c.present, sent.personId] } }] : [],
    inRoom: () => [{ context: { present: [] } }],
    selfOrChair: (sent) => [{ event: { actor: { ...sent.actor, id: 'another' } } }],
    fileIsOpen: (sent, c) => [
      { event: { applicationId: 'A-9' } },
      ...('applicationId' in sent
        ? [
            {
              context: {
                concluded: [
                  ...c.concluded,
                  { applicationId: sent.applicationId, result: 'deferred' as const },
                ],
              },
            },
          ]
        : []),
    ],
    notRecused: (sent) => {
      if (!('applicationId' in sent)) return [];
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
    mayDeclareInadmissible: 'byCommittee notOfTheOrganisation tookNoEarlierPart reasonGiven',
    mayFormPanel: 'byOfficerOrChair notOfTheOrganisation panelComplete panelFree noConflict',
    mayGrantStay: 'onPanel notStayed reasonGiven',
    mayLiftStay: 'onPanel isStayed reasonGiven',
    mayVote: 'onPanel',
    mayDissolvePanel: 'byOfficerOrSystem personOnPanel',
    mayUphold: 'onPanel panelVoted majorityOfPanel reasonGiven',
    mayPartlyUphold: 'onPanel panelVoted majorityOfPanel reasonGiven',
    mayDismiss: 'onPanel panelVoted majorityOfPanel reasonGiven',
  },
  roles: {
    byCommittee: ['committee', 'chair'],
    byOfficerOrChair: ['officer', 'chair'],
    byOfficerOrSystem: ['officer', 'system'],
  },
  spoils: {
    notOfTheOrganisation: withInside,
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
    notStayed: () => [{ context: { stayed: true } }],
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
