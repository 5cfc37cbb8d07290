import type { Connection } from 'mongoose';
import type { DutyReading, KeptDuties } from '../../commands/ports/reviewingPorts.ts';
import type { Tie } from '../../policies/tie.ts';
import type { DomainEvent } from '../../workflow/domainEvents.ts';
import { findRows } from '../database/database.ts';

type Row = { readonly _id: string };
type ReviewRow = Row & KeptDuties['reviews'][number];

const evaluating = ['invited', 'scoring', 'delivered'];

/** What a person did on files, read outside every view. */
export function dutyStore(connection: Connection): DutyReading {
  const on = <T extends object = Row>(name: string) => connection.collection<T>(name);
  const idsOf = async (name: string, applicationId: string) => {
    const rows = on(name).find({ 'context.applicationId': applicationId }, { projection: { _id: 1 } });
    return (await rows.toArray()).map(({ _id }) => `${name}/${_id}`);
  };
  const madeTrue = async (personId: string, streams: readonly string[]) => {
    const lines = on<{ facts: DomainEvent[] }>('records')
      .find({ 'actor.id': personId, stream: { $in: [...streams] } }, { projection: { facts: 1 } })
      .hint({ 'actor.id': 1, stream: 1 });
    return (await lines.toArray()).flatMap(({ facts }) => facts);
  };
  return {
    dutiesOf: async (personId, { id, context: { organisationId } }) => {
      const vote = { $elemMatch: { applicationId: id, personId } };
      const [reviews, findings, appeals, session, panel, ties] = await Promise.all([
        on<ReviewRow>('reviews')
          .find({ 'context.applicationId': id }, { projection: { state: 1, context: 1 } })
          .toArray(),
        idsOf('findings', id),
        idsOf('appeals', id),
        on('committeeSessions').findOne({ 'context.agenda': id, 'context.votes': vote }),
        on('appeals').findOne({ 'context.applicationId': id, 'context.panel': personId }),
        findRows<Tie>(connection, 'ties', { personId, organisationId }),
      ]);
      const streams = [`applications/${id}`, ...reviews.map(({ _id }) => `reviews/${_id}`)];
      return {
        reviews: reviews.filter(({ context }) => context.personId === personId),
        facts: await madeTrue(personId, [...streams, ...findings, ...appeals]),
        voted: session !== null,
        onPanel: panel !== null,
        ties,
      };
    },
    filesEvaluatedBy: async (personId) => {
      const [reviewed, named] = await Promise.all([
        on('reviews').distinct('context.applicationId', {
          'context.personId': personId,
          state: { $in: evaluating },
        }),
        Promise.all(
          ['context.reviewers.personId', 'context.moderatedBy', 'context.earlierPeople'].map((field) =>
            on('applications').distinct('_id', { [field]: personId }),
          ),
        ),
      ]);
      return [...new Set([...reviewed, ...named.flat()].map(String))];
    },
  };
}
