import type { Connection } from 'mongoose';
import type { Appeal, Finding, Session } from '../../commands/items/decidingItems.ts';
import type { Deciding } from '../../commands/ports/decidingPorts.ts';
import type { Recusal } from '../../policies/recusal.ts';
import { findRows } from '../database/database.ts';
import { after, oneOf, type Reader } from '../database/reader.ts';

/** Findings, sessions and appeals, as the view of `one` and `many` shows them. */
export function decidingStore(connection: Connection, { one, many }: Reader): Deciding {
  const sessions = (filter: Parameters<Reader['many']>[1], limit?: number) => {
    const order = { 'context.plannedFor': -1, _id: -1 } as const;
    return many<Session>('committeeSessions', filter, order, limit);
  };
  return {
    finding: (id) => one<Finding>('findings', { _id: id }),
    findingsOf: (applicationId) => many<Finding>('findings', { 'context.applicationId': applicationId }),
    findingsWaiting: (applicationIds) =>
      many<Finding>('findings', {
        'context.applicationId': oneOf(applicationIds),
        state: oneOf(['actionProposed', 'proofSubmitted']),
        'context.labelNumber': null,
      }),
    findingsOnLabels: (states, limit) => {
      const filter = { state: oneOf(states), 'context.labelNumber': after('') };
      return many<Finding>('findings', filter, { 'context.dueAt': 1, _id: 1 }, limit);
    },
    session: (id) => one<Session>('committeeSessions', { _id: id }),
    sessionsIn: (states, limit) => sessions({ state: oneOf(states) }, limit),
    // Read at every request of someone of the staff, so by the driver itself.
    recusalsOf: async (personId) => {
      const filter = { 'context.recusals.personId': String(personId) };
      const projection = { words: 1 };
      const found = await findRows<Pick<Session, 'id' | 'words'>>(connection, 'committeeSessions', filter, {
        projection,
      });
      return found.flatMap((session) => recusalsIn(session, personId));
    },
    sessionsOn: (files) => sessions({ 'context.agenda': typeof files === 'string' ? files : oneOf(files) }),
    appeal: (id) => one<Appeal>('appeals', { _id: id }),
    appealsOf: (applicationId) =>
      many<Appeal>('appeals', { 'context.applicationId': applicationId }, { _id: -1 }),
    appealsIn: (states, first, limit) =>
      many<Appeal>('appeals', { state: oneOf(states) }, { _id: first === 'oldest' ? 1 : -1 }, limit),
    appealsJudgedBy: (personId) =>
      many<Appeal>('appeals', { state: 'panelFormed', 'context.panel': personId }),
  };
}

/** One's own recusals of a session with their grounds. */
function recusalsIn({ words }: Pick<Session, 'words'>, personId: string): Recusal[] {
  const mine = words.filter((one) => one.personId === personId && one.choice === null);
  return mine.map(({ applicationId, ground = 'word' as const }) => ({ applicationId, ground }));
}
