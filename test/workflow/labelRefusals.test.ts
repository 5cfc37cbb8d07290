import { times } from './support/cast.ts';
import { testRefusals } from './support/refusals.ts';

const event =
  (...changes: readonly object[]) =>
  () =>
    changes.map((change) => ({ event: change }));
const beforeDue = '2026-04-01T21:59:59.999Z';
const voters = (change: object) => ({
  present: ['chair', 'member-1', 'member-2'],
  recused: [],
  for: 2,
  against: 1,
  abstained: 0,
  casting: null,
  ...change,
});
const concluding =
  'byCommittee inOpenSession chairsThisFile chairNotRecused quorumOfUnrecused votesRecorded votersHaveNoConflict withdrawalHeard reasonGiven';
const unheard = (about: 'suspension' | 'withdrawal') => {
  const hearing = { about, code: 'misuse', dueAt: times.late, answered: false } as const;
  const other = about === 'suspension' ? ('withdrawal' as const) : ('suspension' as const);
  return [
    { event: { at: times.now }, context: { hearing } },
    { context: { hearing: { ...hearing, about: other, answered: true } } },
    { context: { hearing: null } },
  ];
};

const over = '2026-01-01T00:00:00.000Z';
const recorded = { on: '2026-03-02', by: 'officer', confirmed: false };

testRefusals('label', {
  checks: {
    mayIssue: 'bySystem certificateStored entryReady periodOpen',
    mayProposeSuspension: 'byOfficer reasonGiven todoGiven dueInFuture noHearing noStay',
    mayAnswerHearing: 'byOrganisation hearingOpen answerGiven',
    mayExtendHearing: 'byOfficer reasonGiven dueInFuture hearingUnanswered laterThanBefore',
    mayExtendRepair: 'byOfficer reasonGiven dueInFuture noWithdrawal laterThanBefore',
    mayRecordCall: 'byOfficer callTold dayReached',
    mayRecordCallInHearing: 'byOfficer callTold dayReached hearingOpen',
    mayDropProposal: 'byOfficer hearingOpen reasonGiven',
    maySuspend: 'byOfficer reasonGiven todoGiven dueInFuture noStay heardOrUrgent',
    mayConfirmSuspension: 'byOfficer reasonGiven suspensionHeard',
    mayRestore: 'byOfficer reasonGiven periodOpen certificateStored',
    mayProposeWithdrawal: 'byOfficer reasonGiven dueInFuture noStay withdrawalNotProposed',
    mayWithdrawLabel: concluding,
    mayKeep: concluding,
    mayKeepSuspended: `${concluding} dueInFuture`,
    mayDefer: 'byCommittee inOpenSession chairsThisFile withdrawalProposed reasonGiven',
    mayGiveNotice: 'byOwner noNotice dayToCome',
    mayTakeBackNotice: 'byOwner noticeGiven',
    mayRecordNotice: 'byOfficer reasonGiven documentGiven noNotice noticeNotRecorded noWithdrawal',
    mayConfirmNotice: 'byOfficer noticeToConfirm bySecondOfficer timeToObject noWithdrawal',
    mayObjectToNotice: 'byOwner noticeRecorded',
    mayDropNotice: 'byOfficer reasonGiven noticeToConfirm',
    mayEndOnNotice: 'bySystem noticeOver',
    mayEndInProceedings: 'bySystem noticeOver',
    mayEndSuspended: 'bySystem noticeOver',
    mayReviseScope: 'byOfficerOrSystem reasonGiven certificateStored',
    mayExtendScope: 'bySystem certificateStored',
    mayReissue: 'byOfficerOrSystem certificateStored',
    mayExtend: 'bySystem periodOver',
    mayExpire: 'bySystem periodOver',
    mayExpireSuspended: 'bySystem periodOver',
    mayProlong: 'bySystem laterThanBefore',
    mayRenew: 'byOfficerOrSystem successorGiven',
    mayEndExtension: 'byOfficerOrSystem',
    isOverdue: 'bySystem deadlineOver',
    maySetStanding: 'byOfficerOrSystem reasonGiven',
    mayLodgeAppeal: 'byOwner groundsGiven withinAppealWindow',
    mayGrantStay: 'byCommittee reasonGiven periodOpen certificateStored',
    mayLiftStayOfSuspension: 'byCommitteeOrSystem reasonGiven isStayed',
    mayLiftStayOfWithdrawal: 'byCommitteeOrSystem reasonGiven isStayed',
    mayReinstate: 'byCommittee reasonGiven periodOpen certificateStored',
    mayUpholdStayed: 'byCommittee reasonGiven isStayed',
  },
  roles: {
    bySystem: ['system'],
    byOwner: ['owner'],
    byOrganisation: ['owner', 'editor'],
    byOfficer: ['officer'],
    byOfficerOrSystem: ['officer', 'system'],
    byCommittee: ['committee', 'chair'],
    byCommitteeOrSystem: ['committee', 'chair', 'system'],
  },
  spoils: {
    reasonGiven: event({ reason: '' }, { reason: ' \t' }),
    todoGiven: event({ todo: '' }, { todo: '\n' }),
    certificateStored: event(
      { certificate: '' },
      { certificate: 'A'.repeat(64) },
      { certificate: 'a'.repeat(65) },
    ),
    entryReady: event({ entryReady: false }),
    // 23:30 UTC on the last day but half past midnight in Geneva: the period is over there.
    periodOpen: event({ at: '2029-02-28T23:30:00.000Z' }),
    periodOver: event({ at: '2029-02-28T22:59:59.999Z' }),
    successorGiven: event({ successor: '' }),
    deadlineOver: () => [{ event: { at: beforeDue } }, { context: { dueAt: null } }],
    // What was due before is over, so that a day that is over is at least a later one.
    dueInFuture: ({ type, at }, { hearing, dueAt }) => [
      {
        event: { dueAt: at },
        context: {
          hearing: type === 'extendHearing' && hearing ? { ...hearing, dueAt: over } : hearing,
          dueAt: type === 'extendRepair' ? over : dueAt,
        },
      },
    ],
    noHearing: () =>
      unheard('suspension')
        .slice(0, 1)
        .map(({ context }) => ({ context })),
    hearingOpen: () => [{ context: { hearing: null } }],
    answerGiven: event({ text: ' ' }),
    noStay: () => (['suspended', 'withdrawn'] as const).map((stayed) => ({ context: { stayed } })),
    isStayed: () => [{ context: { stayed: null } }],
    heardOrUrgent: ({ at }) => [
      { event: { urgent: true, hearingUntil: null } },
      { event: { urgent: true, hearingUntil: at } },
      ...unheard('suspension').map(({ context }) => ({ event: { at: times.now, urgent: false }, context })),
    ],
    suspensionHeard: () => unheard('suspension'),
    withdrawalHeard: () => unheard('withdrawal'),
    withdrawalProposed: () =>
      unheard('suspension')
        .slice(1)
        .map(({ context }) => ({ context }))
        .filter(({ context }) => context.hearing?.about !== 'withdrawal'),
    withdrawalNotProposed: () => [{ context: unheard('withdrawal')[0]?.context ?? {} }],
    inOpenSession: event({ inSession: false }),
    chairsThisFile: event({ chair: null }, { chair: 'member-1' }),
    chairNotRecused: (sent) => {
      const carried = sent.type === 'withdrawLabel';
      const present = ['chair', 'member-1', 'member-2', 'member-3'];
      const count = carried ? { for: 2, against: 1 } : { for: 1, against: 2 };
      return [{ event: { vote: voters({ present, recused: ['chair'], ...count }) } }];
    },
    quorumOfUnrecused: event({ quorum: 4 }),
    votesRecorded: (sent) => {
      const against = sent.type === 'withdrawLabel' ? { for: 1, against: 2 } : { for: 2, against: 1 };
      return [
        { event: { vote: voters(against) } },
        { event: { vote: voters({ for: 3, against: 1 }) } },
        { event: { vote: voters({ for: 1.5, against: 1.5 }) } },
      ];
    },
    votersHaveNoConflict: event({ conflicted: ['member-1'] }),
    noNotice: () => [{ context: { endsOn: '2026-03-31' } }],
    noticeGiven: () => [{ context: { endsOn: null } }],
    documentGiven: event({ document: ' ' }),
    noticeNotRecorded: () => [{ context: { notice: recorded } }],
    noticeRecorded: () => [{ context: { notice: null } }],
    noticeToConfirm: () => [
      { context: { notice: null } },
      { context: { notice: { ...recorded, confirmed: true } } },
    ],
    bySecondOfficer: ({ actor }) => [{ context: { notice: { ...recorded, by: actor.id } } }],
    timeToObject: event({ on: '2026-03-02' }, { on: '2026-03-01' }),
    noWithdrawal: () => [
      {
        context: {
          hearing: {
            about: 'withdrawal' as const,
            code: 'misuse' as const,
            dueAt: times.late,
            answered: false,
          },
        },
      },
      { context: { stayed: 'withdrawn' as const } },
    ],
    dayToCome: event({ on: '2026-03-01' }),
    noticeOver: () => [{ event: { at: '2026-03-02T22:59:59.999Z' } }, { context: { endsOn: null } }],
    laterThanBefore: ({ type }, { hearing }) =>
      type === 'prolong'
        ? [{ event: { dueAt: '2029-05-29T21:59:59.999Z' } }]
        : [{ context: { dueAt: times.late, hearing: hearing && { ...hearing, dueAt: times.late } } }],
    hearingUnanswered: (_, { hearing }) => [
      { context: { hearing: null } },
      { context: { hearing: hearing && { ...hearing, answered: true } } },
    ],
    callTold: event({ text: ' ' }),
    dayReached: event({ on: '2026-03-03' }),
    groundsGiven: event({ grounds: '' }),
    withinAppealWindow: ({ at }) => [
      { context: { appealable: [] } },
      { context: { appealable: [{ against: 'suspension' as const, until: at }] } },
    ],
  },
});
