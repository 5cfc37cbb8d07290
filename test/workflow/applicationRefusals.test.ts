import type { ApplicationEvent, AssignedReviewer } from '../../src/workflow/events.ts';
import type { ApplicationContext } from '../../src/workflow/stored.ts';
import type { Vote } from '../../src/workflow/voting.ts';
import { times } from './support/cast.ts';
import { type Spoil, type Spoiled, testRefusals } from './support/refusals.ts';

type Application = Spoil<'application'>;

const set =
  (event: object): Application =>
  () => [{ event }];
const staffing =
  'twoReviewersAccepted noConflict competent underLoadCap pairMixed newToThisFile deliveryAsRecorded reviewOutstanding';
const delivering = 'holdsThisReview allCriteriaScored commentOnDeviation stillNoConflict';
const moderating =
  'byReviewer notOfTheOrganisation moderationAccepted competent stillNoConflict divergencesSettled notPriorReviewer reasonPerChangedScore';
const settling = 'byCommittee onPanel tookNoEarlierPart reasonGiven';

/** The team with another in the place of the last who has not delivered. */
const swapped = (team: readonly AssignedReviewer[], other: AssignedReviewer): readonly AssignedReviewer[] => {
  const last = team.findLastIndex((r) => !r.delivered);
  return team.map((r, i) => (i === last ? other : r));
};

/** A team with one change in one reviewer, for each of them. */
const inTeam =
  (
    change: Partial<AssignedReviewer> | ((r: AssignedReviewer, c: ApplicationContext) => object),
  ): Application =>
  (event, context) => {
    const team = teamOf(event);
    return team.map((_, at) => ({
      event: {
        reviewers: team.map((r, i) =>
          i === at ? { ...r, ...(typeof change === 'function' ? change(r, context) : change) } : r,
        ),
      },
    }));
  };

function teamOf(event: ApplicationEvent): readonly AssignedReviewer[] {
  return 'reviewers' in event ? event.reviewers : [];
}

const inGate =
  (...changes: readonly object[]): Application =>
  (event) =>
    changes.map((change) => ({ event: { gate: { ...('gate' in event ? event.gate : {}), ...change } } }));

/** Of a submission in its gate, of an answer in the event itself. */
const naClaim =
  (count: string): Application =>
  (event) => [{ event: 'gate' in event ? { gate: { ...event.gate, [count]: 1 } } : { [count]: 1 } }];

const inVote =
  (...changes: readonly ((vote: Vote, chair: string) => Partial<Vote>)[]): Application =>
  (event) =>
    changes.map((change) =>
      'vote' in event ? { event: { vote: { ...event.vote, ...change(event.vote, event.actor.id) } } } : {},
    );

const withOutcome =
  (...outcomes: readonly ApplicationContext['outcome'][]): Application =>
  () =>
    outcomes.map((outcome) => ({ context: { outcome } }));

/** Votes with a majority for what was decided when `won` is more than `lost`. */
const tally = (vote: Vote, won: number, lost: number, abstained: number): Partial<Vote> =>
  vote.for > vote.against || vote.casting === 'for'
    ? { for: won, against: lost, abstained }
    : { for: lost, against: won, abstained };

/** Each person, put into each of the parts of a file. */
const partsOf = (
  people: readonly string[],
  c: ApplicationContext,
  parts: readonly (keyof ApplicationContext)[],
): readonly Spoiled<'application'>[] =>
  people.flatMap((id) => {
    const held = {
      reviewers: [...c.reviewers, { reviewId: 'of-them', personId: id, delivered: true }],
      earlierPeople: [...c.earlierPeople, id],
      deciders: [id],
      moderatedBy: id,
      rapporteur: id,
      screenedBy: id,
    };
    return parts.map((part) => ({ context: { [part]: held[part as keyof typeof held] } }));
  });

testRefusals('application', {
  checks: {
    maySubmit:
      'byOwner criteriaComplete naHolds naExplained mandatoryMet floorsReached evidenceAttached certificatesValid versionOpen noOtherOpenApplication labelHolds rulesAccepted exclusionsSigned',
    mayRequestInformation: 'byOfficer notOfTheOrganisation itemsNamed roundsLeft',
    mayAnswerScreening: 'byOrganisation itemsAnswered naHolds naExplained',
    mayAnswerRecommendation: 'byOrganisation itemsAnswered naHolds naExplained',
    mayAccept: 'byOfficer notOfTheOrganisation',
    mayDeclareIneligible: 'byOfficer reasonGiven officerNotConflicted',
    mayStaff: `byOfficer notOfTheOrganisation ${staffing}`,
    mayDeliverFirst: delivering,
    mayDeliverDiverging: delivering,
    mayDeliverWithFindings: delivering,
    mayDeliverLast: delivering,
    mayModerateWithFindings: moderating,
    mayModerate: moderating,
    maySubmitCorrection: 'byOrganisation findingsAnswered',
    mayAcceptCorrection: 'reviewsThisFile reasonGiven findingsClosed',
    mayRejectCorrection: 'reviewsThisFile reasonGiven',
    mayRejectCorrectionFinally: 'reviewsThisFile reasonGiven',
    mayReturn: `byRapporteur notOfTheOrganisation tookNoPartInEvaluation reasonGiven ${staffing}`,
    mayRecommend:
      'byRapporteur notOfTheOrganisation tookNoPartInEvaluation findingsClosedOrGraded visitRecorded reasonGiven',
    mayDefer: 'byCommittee notOfTheOrganisation inOpenSession chairsThisFile reasonGiven',
    mayDecide:
      'byCommittee notOfTheOrganisation inOpenSession chairsThisFile chairNotRecused quorumOfUnrecused votesRecorded tookNoEarlierPart votersHaveNoConflict criteriaMet majorFindingsClosed extensionUnconditional reasonsGiven conditionsDated evidenceStillValid',
    mayAnnounceExtension: 'byOfficer notOfTheOrganisation minutesApproved',
    mayAnnounceConfirmation: 'byOfficer notOfTheOrganisation minutesApproved',
    mayAnnounceGrant: 'byOfficer notOfTheOrganisation minutesApproved',
    mayAnnounceRefusal: 'byOfficer notOfTheOrganisation minutesApproved',
    maySign: 'byOwner decisionPositive withinDeadline',
    mayAppealRefusal: 'byOwner withinAppealWindow groundsGiven',
    mayAppealConditions: 'byOwner withinAppealWindow groundsGiven conditionsDecided',
    mayDismissRefusal: settling,
    mayDismissConditions: settling,
    mayUpholdWithNewEvaluation: settling,
    mayUphold: settling,
    mayWithdraw: 'byOwner',
    isOverdue: 'bySystem deadlineOver',
    mayEndWithLabel: 'bySystem isAboutLabel',
    mayVoidReview: 'byOfficerOrReviewer personTakesPart',
    mayReleaseReviewer: 'byOfficer notOfTheOrganisation reviewStillOpen reasonGiven',
  },
  roles: {
    byOwner: ['owner'],
    byOrganisation: ['owner', 'editor'],
    byOfficer: ['officer'],
    byReviewer: ['reviewer'],
    byRapporteur: ['officer', 'committee'],
    byCommittee: ['committee', 'chair'],
    bySystem: ['system'],
    byOfficerOrReviewer: ['officer', 'reviewer', 'system'],
  },
  spoils: {
    criteriaComplete: inGate({ unanswered: 1 }),
    naHolds: naClaim('naContradicted'),
    naExplained: naClaim('naUnexplained'),
    mandatoryMet: inGate({ mandatoryUnmet: 1 }),
    floorsReached: inGate({ floorsMissed: 1 }),
    evidenceAttached: inGate({ evidenceMissing: 1 }),
    certificatesValid: inGate({ certificatesOver: 1 }),
    versionOpen: inGate({ versionOpen: false }),
    noOtherOpenApplication: inGate({ otherOpenApplication: true }),
    labelHolds: inGate({ labelHolds: false }),
    isAboutLabel: () => [{ context: { scope: null } }],
    rulesAccepted: inGate({ rulesAccepted: false }),
    exclusionsSigned: inGate({ exclusionsSigned: false }, { exclusionsDeclared: 1 }),
    itemsNamed: set({ items: [] }),
    roundsLeft: (_, c) => [{ context: { informationRounds: c.limits.informationRounds } }],
    itemsAnswered: set({ unanswered: 1 }),
    reasonGiven: () => [{ event: { reason: '' } }, { event: { reason: ' \n' } }],
    officerNotConflicted: set({ conflict: true }),
    twoReviewersAccepted: (event, { limits }) => {
      const team = teamOf(event);
      const [first] = team.filter((r) => !r.delivered);
      return [
        { context: { limits: { ...limits, reviewers: limits.reviewers + 1 } } },
        { event: { reviewers: first ? [...team, { ...first, reviewId: 'of-again' }] : [] } },
        { event: { reviewers: first ? [...team, { ...first, personId: 'of-another' }] : [] } },
        { event: { reviewers: first ? [...team, { ...first, ...newcomer, accepted: false }] : [] } },
      ];
    },
    noConflict: inTeam({ conflict: true }),
    competent: (event, c) =>
      'competent' in event ? [{ event: { competent: false } }] : inTeam({ competent: false })(event, c),
    moderationAccepted: set({ accepted: false }),
    underLoadCap: inTeam((_, c) => ({ load: c.limits.reviewerLoad + 1 })),
    newToThisFile: (event, c) => {
      const coming = teamOf(event).flatMap((r) => (r.delivered ? [] : [r.personId]));
      const themselves = { ...newcomer, ...fit, personId: event.actor.id };
      return [
        ...partsOf(coming, c, ['earlierPeople', 'moderatedBy', 'rapporteur']),
        ...(event.type === 'staff' ? [] : [{ event: { reviewers: swapped(teamOf(event), themselves) } }]),
      ];
    },
    deliveryAsRecorded: (event) => {
      const kept = teamOf(event).find((r) => r.delivered);
      const invented = { ...newcomer, ...fit, delivered: true };
      return [
        ...(teamOf(event).filter((r) => !r.delivered).length > 1
          ? [{ event: { reviewers: swapped(teamOf(event), invented) } }]
          : []),
        ...(kept
          ? [
              {
                event: { reviewers: teamOf(event).map((r) => (r === kept ? { ...r, delivered: false } : r)) },
              },
            ]
          : []),
      ];
    },
    reviewOutstanding: (event) => [
      {
        event: { reviewers: teamOf(event).map((r) => ({ ...r, delivered: true })) },
        context: { reviewers: teamOf(event).map((r) => ({ ...r, delivered: true })) },
      },
    ],
    holdsThisReview: (event, c) => [
      { event: { reviewId: 'of-another' } },
      { event: { actor: { ...event.actor, id: 'another' } } },
      { context: { reviewers: c.reviewers.map((r) => ({ ...r, delivered: true })) } },
    ],
    allCriteriaScored: set({ unscored: 1 }),
    commentOnDeviation: set({ deviationsWithoutComment: 1 }),
    stillNoConflict: set({ conflict: true }),
    notPriorReviewer: (event, c) =>
      partsOf([event.actor.id], c, ['reviewers', 'earlierPeople', 'moderatedBy', 'rapporteur', 'deciders']),
    notOfTheOrganisation: (event) =>
      (['owner', 'editor', 'reader'] as const).map((role) => ({
        event: { actor: { ...event.actor, roles: [...event.actor.roles, role] } },
      })),
    divergencesSettled: set({ unsettled: 1 }),
    reasonPerChangedScore: set({ changedWithoutReason: 1 }),
    pairMixed: (event) => {
      const team = teamOf(event);
      return [
        { event: { reviewers: team.map((r) => ({ ...r, otherField: false })) } },
        { event: { reviewers: team.map((r) => ({ ...r, seat: 'peer' })) } },
        { event: { reviewers: team.map((r) => ({ ...r, seat: 'other' })) } },
      ];
    },
    findingsClosed: set({ openFindings: 1 }),
    visitRecorded: set({ visitMissing: true }),
    inOpenSession: set({ inSession: false }),
    chairsThisFile: () => [{ event: { chair: null } }, { event: { chair: 'another' } }],
    majorFindingsClosed: (event) =>
      'vote' in event
        ? [
            {
              event: {
                outcome: 'granted',
                conditions: [],
                vote: { ...event.vote, for: 2, against: 1, abstained: 0 },
              },
              context: { openFindings: 1 },
            },
          ]
        : [],
    extensionUnconditional: (event) =>
      'vote' in event
        ? [
            {
              event: {
                outcome: 'grantedWithConditions',
                conditions: [{ text: 'Spécimen', due: '2026-12-31' }],
                vote: { ...event.vote, for: 2, against: 1, abstained: 0 },
              },
              context: { scope: { label: 'MIE-26-00042-D', offers: [] } },
            },
          ]
        : [],
    reviewStillOpen: (_, c) => [
      { event: { personId: 'another' } },
      { context: { reviewers: c.reviewers.map((r) => ({ ...r, delivered: true })) } },
    ],
    onPanel: (event) => [
      { event: { panel: 'panel' in event ? event.panel.filter((id) => id !== event.actor.id) : [] } },
    ],
    findingsAnswered: set({ unansweredFindings: 1 }),
    reviewsThisFile: (event, c) => [
      { event: { actor: { ...event.actor, id: 'another' } } },
      { context: { reviewers: c.reviewers.filter((r) => r.personId !== event.actor.id) } },
    ],
    tookNoPartInEvaluation: (event, c) =>
      partsOf([event.actor.id], c, ['reviewers', 'earlierPeople', 'moderatedBy']),
    findingsClosedOrGraded: set({ ungradedFindings: 1 }),
    chairNotRecused: inVote((_, chair) => ({ recused: [chair] })),
    quorumOfUnrecused: inVote((vote) => ({ present: vote.present.slice(0, 3), ...tally(vote, 2, 0, 0) })),
    votesRecorded: inVote(
      (vote) => ({ abstained: vote.abstained + 1 }),
      (vote) => ({ present: [...vote.present, 'another'] }),
      (vote) => tally(vote, 1, 2, 0),
      (vote) => tally(vote, 2.5, 0.5, 0),
      (vote) => tally(vote, 3, 1, -1),
      (vote) =>
        vote.for > vote.against ? tally(vote, 1, 1, 1) : { casting: vote.casting === null ? 'for' : null },
    ),
    tookNoEarlierPart: (event, c) => {
      const voters =
        'vote' in event ? event.vote.present.filter((id) => !event.vote.recused.includes(id)) : [];
      const settled = 'vote' in event ? [] : (['deciders'] as const);
      return partsOf([...new Set([event.actor.id, ...voters])], c, [
        'reviewers',
        'earlierPeople',
        'moderatedBy',
        'rapporteur',
        'screenedBy',
        ...settled,
      ]);
    },
    votersHaveNoConflict: (event) =>
      'vote' in event
        ? [{ event: { conflicted: [event.actor.id] } }, { event: { conflicted: event.vote.present } }]
        : [],
    criteriaMet: (event) =>
      'outcome' in event && event.outcome === 'refused'
        ? [
            {
              event: {
                outcome: 'granted',
                labelledOffers: 0,
                vote: { ...event.vote, for: 2, against: 1, abstained: 0 },
              },
            },
          ]
        : [{ event: { labelledOffers: 0 } }],
    reasonsGiven: set({ reason: ' ' }),
    conditionsDated: (event) => {
      const dated = { text: 'Spécimen', due: '2026-12-31' };
      const wrong = [
        [],
        [{ ...dated, due: '31.12.2026' }],
        [{ ...dated, text: ' ' }],
        [dated, { text: 'x', due: '' }],
      ];
      return 'outcome' in event && event.outcome === 'grantedWithConditions'
        ? wrong.map((conditions) => ({ event: { conditions } }))
        : [{ event: { conditions: [dated] } }];
    },
    evidenceStillValid: (event) =>
      'vote' in event
        ? [
            {
              event: {
                outcome: 'granted',
                conditions: [],
                vote: { ...event.vote, for: 2, against: 1, abstained: 0 },
                evidenceExpired: 1,
              },
            },
          ]
        : [],
    minutesApproved: set({ minutesApproved: false }),
    decisionPositive: withOutcome('refused', null),
    withinDeadline: () => [{ event: { at: times.due } }, { context: { dueAt: null } }],
    withinAppealWindow: () => [{ event: { at: times.due } }, { context: { dueAt: null } }],
    groundsGiven: set({ grounds: ' ' }),
    conditionsDecided: withOutcome('granted'),
    deadlineOver: () => [{ event: { at: '2026-04-01T21:59:59.999Z' } }, { context: { dueAt: null } }],
    personTakesPart: (_, c) => [
      { event: { personId: 'another' } },
      { event: { personId: c.rapporteur ?? '' } },
    ],
  },
});

const fit = {
  accepted: true,
  conflict: false,
  competent: true,
  load: 1,
  seat: 'other',
  otherField: false,
} as const;
const newcomer = { reviewId: 'of-newcomer', personId: 'newcomer', delivered: false } as const;
