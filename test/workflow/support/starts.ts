import type { StoredApplication, StoredLabel, StoredReview } from '../../../src/workflow/stored.ts';
import { times } from './cast.ts';

/** Each machine's item as a command first stores it. */
export const starts: {
  readonly application: StoredApplication;
  readonly review: StoredReview;
  readonly label: StoredLabel;
} = {
  application: {
    machineVersion: 1,
    state: 'draft',
    context: {
      applicationId: 'A-2026-000001',
      organisationId: 'specimen',
      kind: 'initial',
      limits: { reviewers: 2, reviewerLoad: 4, quorum: 3, informationRounds: 2, correctionRounds: 1 },
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
    machineVersion: 1,
    state: 'invited',
    context: {
      reviewId: 'review-1',
      applicationId: 'A-2026-000001',
      personId: 'reviewer-1',
      dueAt: times.due,
    },
  },
  label: {
    machineVersion: 1,
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
    },
  },
};
