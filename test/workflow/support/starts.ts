import type { StoredNeed } from '../../../src/workflow/need/storedNeed.ts';
import {
  type StoredApplication,
  type StoredCondition,
  type StoredFinding,
  type StoredLabel,
  type StoredReview,
  type StoredSession,
  type StoredSurveillance,
  untouchedLabel,
} from '../../../src/workflow/stored.ts';
import { type StoredAppeal, untouchedAppeal } from '../../../src/workflow/storedAppeal.ts';
import type { StoredChange } from '../../../src/workflow/storedChange.ts';
import type { StoredComplaint } from '../../../src/workflow/storedComplaint.ts';
import { times } from './cast.ts';

/** Each machine's item as a command first stores it. */
export const starts: {
  readonly application: StoredApplication;
  readonly review: StoredReview;
  readonly label: StoredLabel;
  readonly finding: StoredFinding;
  readonly condition: StoredCondition;
  readonly session: StoredSession;
  readonly appeal: StoredAppeal;
  readonly surveillance: StoredSurveillance;
  readonly change: StoredChange;
  readonly complaint: StoredComplaint;
  readonly need: StoredNeed;
} = {
  application: {
    machineVersion: 4,
    state: 'draft',
    context: {
      applicationId: 'A-2026-000001',
      organisationId: 'specimen',
      kind: 'initial',
      scope: null,
      succeeds: null,
      limits: {
        reviewers: 2,
        reviewerLoad: 4,
        quorum: 3,
        informationRounds: 2,
        correctionRounds: 1,
        castingVote: true,
      },
      criteriaVersion: '1.0.0',
      snapshots: 0,
      screenedBy: null,
      reviewers: [],
      earlierPeople: [],
      moderatedBy: null,
      rapporteur: null,
      deciders: [],
      informationRounds: 0,
      correctionRounds: 0,
      openFindings: 0,
      returnTo: null,
      outcome: null,
      conditions: [],
      dueAt: null,
      appealAgainst: null,
      labelNumber: null,
    },
  },
  review: {
    machineVersion: 2,
    state: 'invited',
    context: {
      reviewId: 'review-1',
      applicationId: 'A-2026-000001',
      personId: 'reviewer-1',
      dueAt: times.due,
    },
  },
  label: {
    machineVersion: 4,
    state: 'issuing',
    context: {
      number: 'MIE-26-00042-D',
      applicationId: 'A-2026-000001',
      organisationId: 'specimen',
      standing: 'clean',
      revision: 0,
      certificate: null,
      since: '2026-03-01',
      until: '2029-02-28',
      successor: null,
      dueAt: null,
      ...untouchedLabel,
    },
  },
  finding: {
    machineVersion: 1,
    state: 'raised',
    context: {
      findingId: 'finding-1',
      applicationId: 'A-2026-000001',
      organisationId: 'specimen',
      grade: 'major',
      reviewers: ['reviewer-1', 'reviewer-2'],
      dueAt: times.due,
      labelNumber: null,
    },
  },
  condition: {
    machineVersion: 1,
    state: 'open',
    context: {
      conditionId: 'condition-1',
      applicationId: 'A-2026-000001',
      organisationId: 'specimen',
      labelNumber: 'MIE-26-00042-D',
      dueAt: times.due,
    },
  },
  session: {
    machineVersion: 2,
    state: 'planned',
    context: {
      sessionId: 'session-1',
      quorum: 3,
      plannedFor: times.now,
      agenda: [],
      invited: null,
      excused: [],
      chair: null,
      chairs: [],
      present: [],
      attended: [],
      recusals: [],
      votes: [],
      concluded: [],
      minutes: null,
      signedBy: [],
    },
  },
  appeal: {
    machineVersion: 4,
    state: 'lodged',
    context: {
      appealId: 'appeal-1',
      applicationId: 'A-2026-000001',
      organisationId: 'specimen',
      against: 'refusal',
      labelNumber: null,
      panelSize: 3,
      ...untouchedAppeal,
    },
  },
  complaint: {
    machineVersion: 2,
    state: 'received',
    context: {
      complaintId: 'C-26-00001-N',
      outsider: null,
      labelNumber: 'MIE-26-00042-D',
      applicationId: 'A-2026-000001',
      organisationId: 'specimen',
      dueAt: times.due,
      handler: null,
      earlierHandlers: [],
      statement: null,
      outcome: null,
      contested: false,
    },
  },
  surveillance: {
    machineVersion: 1,
    state: 'due',
    context: {
      surveillanceId: 'MIE-26-00042-D.declaration.2027-03',
      labelNumber: 'MIE-26-00042-D',
      applicationId: 'A-2026-000001',
      organisationId: 'specimen',
      task: 'declaration',
      dueAt: times.due,
      findings: 0,
    },
  },
  change: {
    machineVersion: 2,
    state: 'notified',
    context: {
      changeId: 'change-1',
      applicationId: 'A-2026-000001',
      organisationId: 'specimen',
      labelNumber: 'MIE-26-00042-D',
      effect: null,
      dueAt: null,
    },
  },
  need: {
    machineVersion: 1,
    state: 'open',
    context: { needId: 'need-1', organisationId: 'specimen', dueAt: times.due, outcome: null },
  },
};

/** A surveillance that begins on the officers' side. */
export const siteCheckStart: StoredSurveillance = {
  ...starts.surveillance,
  context: { ...starts.surveillance.context, task: 'siteCheck' },
};

const { application } = starts;
const label = 'MIE-26-00042-D';

/** What else a command first stores: files on a label that is there, the second one opened by an officer and due on a day. */
export const otherStarts: Readonly<Partial<Record<keyof typeof starts, readonly StoredApplication[]>>> = {
  application: [
    { ...application, context: { ...application.context, kind: 'extension', scope: { label, offers: [] } } },
    {
      ...application,
      context: {
        ...application.context,
        kind: 'reconsideration',
        scope: { label, criteria: ['OFR-01'] },
        dueAt: times.due,
      },
    },
  ],
};
