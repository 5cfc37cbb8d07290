import type { Connection } from 'mongoose';
import type { Application } from '../../commands/items/items.ts';
import type { DutyReading, KeptDuties } from '../../commands/ports/reviewingPorts.ts';
import type { Tie } from '../../policies/tie.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import { type CollectionName, findRows } from '../database/database.ts';

type ReviewRow = KeptDuties['reviews'][number] & { readonly id: string };

const partFields = ['context.reviewers.personId', 'context.moderatedBy', 'context.earlierPeople'];
/** Kinds of items that belong to one file each. */
const chainsOfFile = ['findings', 'conditions', 'appeals', 'surveillances', 'changes'] as const;
const evaluating = ['invited', 'scoring', 'delivered'];

/** What a person did on files, read outside every view. */
export function dutyStore(connection: Connection): DutyReading {
  const on = (name: string) => connection.collection<{ _id: string }>(name);
  const idsOf = async (name: CollectionName, ofFile: object) => {
    const rows = await findRows(connection, name, ofFile, { projection: { _id: 1 } });
    return rows.map(({ id }) => `${name}/${id}`);
  };
  const madeTrue = async (personId: string, streams: readonly string[]) => {
    const options = { projection: { facts: 1 }, hint: { 'actor.id': 1, stream: 1 } };
    const filter = { 'actor.id': personId, stream: { $in: [...streams] } };
    const lines = await findRows<Pick<JournalRecord, 'id' | 'facts'>>(connection, 'records', filter, options);
    return lines.flatMap(({ facts }) => facts);
  };
  return {
    dutiesOf: async (personId, { id, context: { organisationId } }) => {
      const states = { projection: { state: 1, context: 1 } };
      const vote = { $elemMatch: { applicationId: id, personId } };
      const ofFile = { 'context.applicationId': id };
      const [reviews, labels, others, session, panel, ties] = await Promise.all([
        findRows<ReviewRow>(connection, 'reviews', ofFile, states),
        idsOf('labels', { 'context.organisationId': organisationId, ...ofFile }),
        Promise.all(chainsOfFile.map((name) => idsOf(name, ofFile))),
        on('committeeSessions').findOne({ 'context.agenda': id, 'context.votes': vote }),
        on('appeals').findOne({ ...ofFile, 'context.panel': personId }),
        findRows<Tie>(connection, 'ties', { personId, organisationId }),
      ]);
      const streams = [`applications/${id}`, ...reviews.map((review) => `reviews/${review.id}`)];
      return {
        reviews: reviews.filter(({ context }) => context.personId === personId),
        facts: await madeTrue(personId, [...streams, ...labels, ...others.flat()]),
        voted: session !== null,
        onPanel: panel !== null,
        ties,
      };
    },
    filesOnLabelOf: async ({ id, context: { organisationId } }) => {
      const onLabels = { 'context.organisationId': organisationId, 'context.scope': { $ne: null } };
      const files = await findRows<Application>(connection, 'applications', onLabels);
      if (files.length === 0) return [];
      const opened = { 'context.organisationId': organisationId, 'context.applicationId': id };
      const numbers = await on('labels').distinct('context.number', opened);
      return files.filter(({ context: { scope } }) => scope !== null && numbers.includes(scope.label));
    },
    filesEvaluatedBy: async (personId) => {
      const reviewing = { 'context.personId': personId, state: { $in: evaluating } };
      const found = await Promise.all([
        on('reviews').distinct('context.applicationId', reviewing),
        ...partFields.map((field) => on('applications').distinct('_id', { [field]: personId })),
      ]);
      return [...new Set(found.flat().map(String))];
    },
    evaluatorsOf: async (applicationId) => {
      const asked = { 'context.applicationId': applicationId, state: { $in: evaluating } };
      const found = await Promise.all([
        on('reviews').distinct('context.personId', asked),
        ...partFields.map((field) => on('applications').distinct(field, { _id: applicationId })),
      ]);
      return [...new Set(found.flat().map(String))];
    },
  };
}
