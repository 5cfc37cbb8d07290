import type { ApplicationEvent, AssignedReviewer } from '../../../src/workflow/events.ts';
import type { ApplicationContext } from '../../../src/workflow/stored.ts';
import { actor, fresh, times } from './cast.ts';

type Type = ApplicationEvent['type'];

/** What every actor could send now, with payloads that the file's guards take; one row for each way it may go. */
export function applicationEvents(c: ApplicationContext): readonly ApplicationEvent[] {
  return Object.values(payloads(c)).flat();
}

/** An application in one state takes few of these; the others are well-formed all the same. */
function payloads(c: ApplicationContext): {
  readonly [T in Type]: readonly Extract<ApplicationEvent, { type: T }>[];
} {
  const at = times.now;
  const owner = actor('owner');
  const officer = actor('officer');
  const reason = 'Spécimen';
  const reviewer = actor('reviewer', c.reviewers[0]?.personId ?? 'reviewer-1');
  const [rapporteur = ''] = fresh('officer', 1, c);
  const panel = fresh('committee', 3, c);
  const [appealed = ''] = panel;
  const [moderator = ''] = fresh('reviewer', 1, c);
  const judge = actor('committee', appealed);
  const findings = { correctionDueAt: times.due };
  const decide = {
    type: 'decide',
    at,
    ...committee(c),
    reason,
    conflicted: [],
    labelledOffers: 1,
    evidenceExpired: 0,
    inSession: true,
    chair: committee(c).actor.id,
  } as const;
  const deliver = { type: 'deliverReview', at, ...delivery(c), ...findings } as const;
  const moderate = {
    type: 'moderate',
    accepted: true,
    competent: true,
    conflict: false,
    at,
    actor: actor('reviewer', moderator),
    unsettled: 0,
    changedWithoutReason: 0,
    ...findings,
  } as const;
  return {
    submit: [{ type: 'submit', at, actor: owner, gate: openGate, digest: 'd', criteriaVersion: '1.0.0' }],
    requestInformation: [
      { type: 'requestInformation', at, actor: officer, items: ['ENV-02'], dueAt: times.due },
    ],
    answer: [
      {
        type: 'answer',
        at,
        actor: actor('editor'),
        unanswered: 0,
        naContradicted: 0,
        naUnexplained: 0,
        digest: 'd',
      },
    ],
    accept: [{ type: 'accept', at, actor: officer }],
    declareIneligible: [
      { type: 'declareIneligible', at, actor: officer, reason, conflict: false, appealBy: times.due },
    ],
    staff: [{ type: 'staff', at, actor: officer, reviewers: team(c) }],
    deliverReview: [
      { ...deliver, diverging: false, openFindings: 0 },
      { ...deliver, diverging: true, openFindings: 1 },
      { ...deliver, diverging: false, openFindings: 2 },
    ],
    moderate: [
      { ...moderate, openFindings: 0 },
      { ...moderate, openFindings: 1 },
    ],
    submitCorrection: [{ type: 'submitCorrection', at, actor: actor('editor'), unansweredFindings: 0 }],
    acceptCorrection: [{ type: 'acceptCorrection', at, actor: reviewer, reason, openFindings: 0 }],
    rejectCorrection: [{ type: 'rejectCorrection', at, actor: reviewer, reason, dueAt: times.due }],
    returnToEvaluation: [
      { type: 'returnToEvaluation', at, actor: actor('officer', rapporteur), reason, reviewers: team(c) },
    ],
    recommend: [
      {
        type: 'recommend',
        at,
        actor: actor('officer', rapporteur),
        reason,
        ungradedFindings: 0,
        visitMissing: false,
        draft: 'granted',
      },
    ],
    defer: [{ type: 'defer', at, actor: actor('chair'), reason, inSession: true, chair: 'chair' }],
    decide: [
      { ...decide, outcome: 'granted', conditions: [] },
      { ...decide, outcome: 'grantedWithConditions', conditions: [{ text: reason, due: '2026-12-31' }] },
      {
        ...decide,
        outcome: 'refused',
        conditions: [],
        vote: { ...decide.vote, for: 1, against: 1, abstained: 1 },
      },
      {
        ...decide,
        outcome: 'granted',
        conditions: [],
        vote: { ...decide.vote, for: 1, against: 1, abstained: 1, casting: 'for' },
      },
    ],
    announce: [{ type: 'announce', at, actor: officer, minutesApproved: true, dueAt: times.due }],
    sign: [{ type: 'sign', at, actor: owner, digest: 'd', labelNumber: 'MIE-26-00042-D' }],
    lodgeAppeal: [{ type: 'lodgeAppeal', at, actor: owner, grounds: reason }],
    dismissAppeal: [{ type: 'dismissAppeal', at, actor: judge, reason, dueAt: times.due, panel }],
    upholdAppeal: [
      { type: 'upholdAppeal', at, actor: judge, reason, newEvaluation: true, panel },
      { type: 'upholdAppeal', at, actor: judge, reason, newEvaluation: false, panel },
    ],
    withdraw: [{ type: 'withdraw', at, actor: owner }],
    deadlinePassed: [{ type: 'deadlinePassed', at: times.late, actor: actor('system') }],
    labelEnded: [{ type: 'labelEnded', at, actor: actor('system') }],
    releaseReviewer: c.reviewers
      .filter((r) => !r.delivered)
      .slice(0, 1)
      .map(({ personId }) => ({ type: 'releaseReviewer', at, actor: officer, personId, reason })),
    conflictFound: [
      { type: 'conflictFound', at, actor: officer, personId: c.reviewers[0]?.personId ?? 'reviewer-1' },
    ],
  };
}

const openGate = {
  unanswered: 0,
  naContradicted: 0,
  naUnexplained: 0,
  mandatoryUnmet: 0,
  floorsMissed: 0,
  evidenceMissing: 0,
  versionOpen: true,
  otherOpenApplication: false,
  rulesAccepted: true,
  exclusionsSigned: true,
  exclusionsDeclared: 0,
} as const;

/** As many reviewers as the scheme asks for: those who stay, and new ones for the rest, one new one at least. */
function team(c: ApplicationContext): readonly AssignedReviewer[] {
  const fit = { accepted: true, conflict: false, competent: true, load: 1 };
  const staying = c.reviewers.slice(0, c.limits.reviewers - 1).map((r) => ({ ...r, ...fit }));
  const coming = fresh('reviewer', c.limits.reviewers - staying.length, c);
  const all = [
    ...staying,
    ...coming.map((personId) => ({ reviewId: `of-${personId}`, personId, delivered: false, ...fit })),
  ];
  return all.map((r, i) => ({ ...r, seat: i === 0 ? 'peer' : 'other', otherField: i === 0 }));
}

function delivery(c: ApplicationContext) {
  const next = c.reviewers.find((r) => !r.delivered) ?? { reviewId: 'of-reviewer-1', personId: 'reviewer-1' };
  return {
    actor: actor('reviewer', next.personId),
    reviewId: next.reviewId,
    unscored: 0,
    deviationsWithoutComment: 0,
    conflict: false,
  };
}

/** A quorum without the recused, the chair among them. */
function committee(c: ApplicationContext) {
  const [chair = ''] = fresh('chair', 1, c);
  const [recused = '', ...others] = fresh('committee', c.limits.quorum, c);
  const present = [chair, recused, ...others];
  return {
    actor: actor('chair', chair),
    vote: { present, recused: [recused], for: 2, against: 1, abstained: 0, casting: null },
  };
}
