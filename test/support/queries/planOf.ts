import type { Connection, mongo } from 'mongoose';
import { questionOf } from '../run/queryPlan.ts';
import type { Sent } from './sentCommands.ts';

type Document = mongo.BSON.Document;

/** A question without its values: what it filters by, its order and its limits. */
export function shapeOf({ name, collection, command }: Sent): string {
  const { filter, query, pipeline, sort, hint, skip, limit } = command;
  // The driver keeps the order of what is sorted by in a map.
  const order = sort instanceof Map ? Object.fromEntries(sort) : sort;
  const parts = { filter: filter ?? query, pipeline, sort: order, hint, skip, limit };
  const said = Object.entries(parts).flatMap(([part, value]) =>
    value === undefined || isEmpty(value)
      ? []
      : `${part} ${written(value, part === 'sort' || part === 'hint')}`,
  );
  return [`${name} ${collection}`, ...said].join(' ');
}

/**
 * How the server answers a question: by which indexes, and whether it puts what it found in order itself. Whatever of this its releases
 * call by other names is the same here.
 */
export async function planOf(connection: Connection, { command }: Sent): Promise<string> {
  const { db } = connection;
  if (!db) throw new Error('the database is not open');
  const answer = await db.command({ explain: questionOf(command), verbosity: 'queryPlanner' });
  const stages = winningPlans(answer).flatMap(stagesOf);
  const indexes = stages.flatMap(({ stage, indexName }) => (stage === 'IDHACK' ? '_id_' : (indexName ?? [])));
  const scans = stages.some(({ stage }) => stage === 'COLLSCAN') ? ['whole collection'] : [];
  const counts = stages.some(({ stage }) => /^RECORD_STORE/.test(stage)) ? ['kept count'] : [];
  const sorts = stages.some(({ stage }) => stage === 'SORT') ? ['sorted'] : [];
  return [...new Set([...indexes, ...scans, ...counts, ...sorts])].join(', ');
}

function winningPlans(answer: Document): Document[] {
  if (answer.queryPlanner) return [answer.queryPlanner.winningPlan];
  return Object.values(answer).flatMap((part) =>
    typeof part === 'object' && part !== null ? winningPlans(part) : [],
  );
}

interface Stage {
  readonly stage: string;
  readonly indexName?: string;
}

/** A plan that is compiled keeps the one that it was made from apart. */
function stagesOf(plan: Document): Stage[] {
  const { stage, indexName, inputStage, inputStages = [], shards = [] } = plan.queryPlan ?? plan;
  const ofShards = shards.map(({ winningPlan }: Document) => winningPlan);
  const inner = [inputStage, ...inputStages, ...ofShards].flatMap((one) => (one ? stagesOf(one) : []));
  return [{ stage: String(stage), ...(indexName && { indexName }) }, ...inner];
}

function isEmpty(value: unknown): boolean {
  return value === 0 || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

/** Names and operators stay; of values, that there are some. */
function written(value: unknown, whole: boolean): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map((one) => written(one, whole)))].join()}]`;
  if (typeof value !== 'object' || value === null || '_bsontype' in value || value instanceof Date)
    return whole ? String(value) : '?';
  const parts = Object.entries(value).map(([key, inner]) => `${key}:${written(inner, whole)}`);
  return `{${parts.join()}}`;
}
