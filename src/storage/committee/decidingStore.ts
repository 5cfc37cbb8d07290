import type { Connection } from 'mongoose';
import type { Appeal, Finding, Session } from '../../commands/items/decidingItems.ts';
import type { Deciding } from '../../commands/ports/decidingPorts.ts';
import type { Recusal } from '../../policies/recusal.ts';
import { migrate } from '../../workflow/versions.ts';
import { findRows } from '../database/database.ts';
import { oneOf, type Reader } from '../database/reader.ts';

type WithRecusals = Pick<Session, 'id' | 'words'> & {
  readonly context: Pick<Session['context'], 'recusals'>;
};

/** Findings, sessions and appeals, as the view of `one` and `many` shows them. */
export function decidingStore(connection: Connection, { one, many }: Reader): Deciding {
  const sessions = async (filter: Parameters<Reader['many']>[1], limit?: number) => {
    const order = { 'context.plannedFor': -1, _id: -1 } as const;
    return (await many<Session>('committeeSessions', filter, order, limit)).map(asToday);
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
    session: async (id) => {
      const found = await one<Session>('committeeSessions', { _id: id });
      return found && asToday(found);
    },
    sessionsIn: (states, limit) => sessions({ state: oneOf(states) }, limit),
    // Read at every request of someone of the staff, so by the driver itself.
    recusalsOf: async (personId) => {
      const filter = { 'context.recusals.personId': String(personId) };
      const projection = { words: 1, 'context.recusals': 1 };
      const found = await findRows<WithRecusals>(connection, 'committeeSessions', filter, { projection });
      return found.flatMap((session) => recusalsIn(session, personId));
    },
    sessionsOn: (applicationId) => sessions({ 'context.agenda': applicationId }),
    appeal: (id) => one<Appeal>('appeals', { _id: id }),
    appealsOf: (applicationId) =>
      many<Appeal>('appeals', { 'context.applicationId': applicationId }, { _id: -1 }),
    appealsIn: (states, first, limit) =>
      many<Appeal>('appeals', { state: oneOf(states) }, { _id: first === 'oldest' ? 1 : -1 }, limit),
    appealsJudgedBy: (personId) =>
      many<Appeal>('appeals', { state: 'panelFormed', 'context.panel': personId }),
  };
}

/** A session as today's machine reads it, whichever version stored it. */
function asToday(session: Session): Session {
  return { ...session, ...migrate('session', session) };
}

/** One's own recusals of a session with their grounds; where nobody said anything, they followed from an earlier part or a tie. */
function recusalsIn({ words, context }: WithRecusals, personId: string): Recusal[] {
  const own = context.recusals.filter((one) => one.personId === personId);
  return own.map(({ applicationId }) => {
    const word = words.find(
      (one) => one.applicationId === applicationId && one.personId === personId && one.choice === null,
    );
    return { applicationId, ground: word ? (word.ground ?? 'word') : null };
  });
}
