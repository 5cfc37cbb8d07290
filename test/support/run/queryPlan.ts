import type { Connection, mongo } from 'mongoose';
import type { Profiled } from './profiled.ts';

/** The plan of a query: its stages, and how much it examines for what it returns. */
export interface QueryPlan {
  readonly question: string;
  readonly stages: readonly string[];
  readonly keys: number;
  readonly documents: number;
  readonly returned: number;
}

/** What a question is made of; the rest of a noted command belongs to its connection. */
const parts = [
  ...['find', 'filter', 'sort', 'skip', 'limit', 'projection'],
  ...['count', 'aggregate', 'pipeline', 'cursor', 'distinct', 'key', 'query', 'collation', 'hint'],
];

/** Has the database explain a noted question by answering it once more. */
export async function queryPlan(connection: Connection, { command }: Profiled): Promise<QueryPlan> {
  const { db } = connection;
  if (!db) throw new Error('the database is not open');
  const question = questionOf(command);
  const answer = await db.command({ explain: question, verbosity: 'executionStats' });
  const plans = plansIn(answer);
  const sum = (of: string) => plans.reduce((total, { executionStats }) => total + executionStats[of], 0);
  return {
    question: JSON.stringify(question).slice(0, 200),
    stages: plans.flatMap(({ queryPlanner }) => stagesOf(queryPlanner.winningPlan)),
    keys: sum('totalKeysExamined'),
    documents: sum('totalDocsExamined'),
    returned: sum('nReturned'),
  };
}

/** A noted command as it is explained. */
export function questionOf(command: mongo.BSON.Document): mongo.BSON.Document {
  return Object.fromEntries(Object.entries(command).filter(([name]) => parts.includes(name)));
}

/** The plan of a question, or those of its pipelines: one that unites several has one for each. */
function plansIn(answer: mongo.BSON.Document): mongo.BSON.Document[] {
  if (answer.queryPlanner) return [answer];
  return Object.values(answer).flatMap((part) =>
    typeof part === 'object' && part !== null ? plansIn(part) : [],
  );
}

/** A plan that is compiled keeps the one that it was made from apart. */
function stagesOf(plan: mongo.BSON.Document): string[] {
  const { stage, inputStage, inputStages = [] } = plan.queryPlan ?? plan;
  return [String(stage), ...[inputStage, ...inputStages].flatMap((inner) => (inner ? stagesOf(inner) : []))];
}
