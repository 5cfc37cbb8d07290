import * as z from 'zod';
import { flag, type Inferred, ids, text } from './eventShape.ts';

/** The committee over a file, now. */
export const sitting = z.object({
  /** Whether it sits on this file: its session is open and has it on its agenda. */
  inSession: flag,
  /** Who chairs the file there, in the room and not recused from it; null when nobody does. */
  chair: text.nullable(),
});

export const vote = z.object({
  /** Who is in the room, or voted before they left it. */
  present: ids,
  recused: ids,
  for: z.number(),
  against: z.number(),
  abstained: z.number(),
  /** What the chair voted, which decides between equal votes where the scheme says so; null when they abstained. */
  casting: z.enum(['for', 'against']).nullable(),
});
/** How the votes on one file went, after recusals. */
export type Vote = Inferred<typeof vote>;

/** Who is present and may vote. */
export function voters({ present, recused }: Vote): readonly string[] {
  return [...new Set(present)].filter((id) => !recused.includes(id));
}

/** Whether as many votes were counted as there are voters. */
export function isWhole(vote: Vote): boolean {
  const counts = [vote.for, vote.against, vote.abstained];
  const counted = counts.reduce((sum, n) => sum + n, 0);
  return counts.every((n) => Number.isInteger(n) && n >= 0) && counted === voters(vote).length;
}

/** More votes for than against; between equal ones the chair's decides, where the scheme gives it that weight. */
export function isCarried(vote: Vote, castingVote: boolean): boolean {
  return vote.for > vote.against || (vote.for === vote.against && castingVote && vote.casting === 'for');
}
