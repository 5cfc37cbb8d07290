import type { Connection, mongo } from 'mongoose';
import type { Profiled } from './profiled.ts';

/** How the database answers a question: by which stages, and how much it looks at for what it gives. */
export interface Explained {
  readonly question: string;
  readonly stages: readonly string[];
  readonly keys: number;
  readonly documents: number;
  readonly returned: number;
}

/** What a question is made of; the rest of a noted command belongs to its connection. */
const parts = [
  ...['find', 'filter', 'sort', 'limit', 'projection'],
  ...['count', 'aggregate', 'pipeline', 'cursor', 'distinct', 'key', 'query', 'collation', 'hint'],
];

/** Has the database explain a noted question by answering it once more. */
export async function explained(connection: Connection, { command }: Profiled): Promise<Explained> {
  const { db } = connection;
  if (!db) throw new Error('the database is not open');
  const question = Object.fromEntries(Object.entries(command).filter(([name]) => parts.includes(name)));
  const answer = await db.command({ explain: question, verbosity: 'executionStats' });
  const { queryPlanner, executionStats } = answer.stages?.[0]?.$cursor ?? answer;
  return {
    question: JSON.stringify(question).slice(0, 200),
    stages: stagesOf(queryPlanner.winningPlan),
    keys: executionStats.totalKeysExamined,
    documents: executionStats.totalDocsExamined,
    returned: executionStats.nReturned,
  };
}

/** A plan that is compiled keeps the one that it was made from apart. */
function stagesOf(plan: mongo.BSON.Document): string[] {
  const { stage, inputStage, inputStages = [] } = plan.queryPlan ?? plan;
  return [String(stage), ...[inputStage, ...inputStages].flatMap((inner) => (inner ? stagesOf(inner) : []))];
}
