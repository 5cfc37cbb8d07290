import type { Connection } from 'mongoose';
import type { FileSteps, Listing } from '../../commands/ports/listingPorts.ts';
import { groupBy } from '../../groupBy.ts';
import type { DomainEvent } from '../../workflow/domainEvents.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import type { ApplicationState } from '../../workflow/stored.ts';
import { findRows } from '../database/database.ts';

/** States after an announced decision. */
const decided: readonly ApplicationState[] = ['agreement', 'granted', 'refused', 'appealed', 'closed'];

/** The facts by which a file goes on; the last one of a step counts. */
const steps: readonly (readonly [keyof FileSteps, readonly DomainEvent[]])[] = [
  ['submittedAt', ['application.submitted']],
  ['acceptedAt', ['application.accepted']],
  [
    'evaluatedAt',
    ['application.evaluated', 'application.correctionAccepted', 'application.correctionRejected'],
  ],
  ['decidedAt', ['application.granted', 'application.refused']],
];

type Line = Pick<JournalRecord, 'id' | 'stream' | 'at' | 'facts'>;

/** Reads along two indexes: the files by their kind and state, then the lines of their journals by their chains. */
export function fileSteps(connection: Connection): Listing['fileSteps'] {
  return async (limit) => {
    const filter = { 'context.kind': 'initial', state: { $in: [...decided] } };
    const newest = {
      projection: { _id: 1 },
      sort: { _id: -1 },
      limit,
      hint: { 'context.kind': 1, state: 1, _id: -1 },
    } as const;
    const files = await findRows<{ id: string }>(connection, 'applications', filter, newest);
    const stream = { $in: files.map(({ id }) => `applications/${id}`) };
    const options = { projection: { stream: 1, at: 1, facts: 1 }, hint: { stream: 1, seq: 1 } };
    const lines = await findRows<Line>(connection, 'records', { stream }, options);
    return [...groupBy(lines, (line) => line.stream).values()].map(stepsOf);
  };
}

function stepsOf(lines: readonly Line[]): FileSteps {
  const inOrder = lines.toSorted((a, b) => a.at.localeCompare(b.at));
  const last = (facts: readonly DomainEvent[]) =>
    inOrder.findLast((line) => line.facts.some((fact) => facts.includes(fact)))?.at;
  return Object.fromEntries(steps.map(([step, facts]) => [step, last(facts)]));
}
