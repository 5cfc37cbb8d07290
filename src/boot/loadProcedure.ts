import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { parseYaml } from '../parseYaml.ts';
import type { Procedure } from '../policies/procedure.ts';

const count = z.number().int().min(0).max(20);

const shape = z.strictObject({
  pair: z.strictObject({ peers: count, others: count }),
  admissionMonths: z.number().int().min(1).max(60),
  nextCandidate: z.boolean(),
  reviewDays: z.number().int().min(1).max(250),
  findings: z.strictObject({ minorDays: z.number().int().min(1).max(730) }),
  evidenceMonths: z.number().int().min(1).max(120),
  castingVote: z.enum(['chair', 'none']),
  namesShown: z.boolean(),
  appeal: z.strictObject({ panel: count.min(1) }),
});

/** Reads how a file is dealt with and checks it: a program with a faulty rule does not start. */
export async function loadProcedure(file: string): Promise<Procedure> {
  const read = shape.safeParse(parseYaml(await readFile(file, 'utf8')));
  if (read.success) return read.data;
  throw new Error(`${file}: ${z.prettifyError(read.error)}`);
}
