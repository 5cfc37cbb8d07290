import type { Appeal, Finding, Session } from '../commands/decidingItems.ts';
import type { Deciding } from '../commands/decidingPorts.ts';
import { oneOf, type Reader } from './reader.ts';

/** Findings, sessions and appeals, as the view of `one` and `many` shows them. */
export function decidingStore({ one, many }: Reader): Deciding {
  return {
    finding: (id) => one<Finding>('findings', { _id: id }),
    findingsOf: (applicationId) =>
      many<Finding>('findings', { 'context.applicationId': applicationId }, { _id: 1 }),
    findingsWaiting: (applicationIds) =>
      many<Finding>(
        'findings',
        {
          'context.applicationId': oneOf(applicationIds),
          state: oneOf(['actionProposed', 'proofSubmitted']),
          'context.labelNumber': null,
        },
        { _id: 1 },
      ),
    session: (id) => one<Session>('committeeSessions', { _id: id }),
    sessionsIn: (states, limit) =>
      many<Session>(
        'committeeSessions',
        { state: oneOf(states) },
        { 'context.plannedFor': -1, _id: -1 },
        limit,
      ),
    sessionsOn: (applicationId) =>
      many<Session>(
        'committeeSessions',
        { 'context.agenda': applicationId },
        { 'context.plannedFor': -1, _id: -1 },
      ),
    appeal: (id) => one<Appeal>('appeals', { _id: id }),
    appealsOf: (applicationId) =>
      many<Appeal>('appeals', { 'context.applicationId': applicationId }, { _id: -1 }),
    appealsIn: (states, limit) => many<Appeal>('appeals', { state: oneOf(states) }, { _id: 1 }, limit),
    appealsJudgedBy: (personId) =>
      many<Appeal>('appeals', { state: 'panelFormed', 'context.panel': personId }, { _id: 1 }),
    latestAppeals: (states, limit) => many<Appeal>('appeals', { state: oneOf(states) }, { _id: -1 }, limit),
  };
}
