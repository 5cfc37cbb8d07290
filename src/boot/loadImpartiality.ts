import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { parseYaml } from '../parseYaml.ts';
import { type ImpartialityRules, tieKinds } from '../policies/tie.ts';

const months = z.number().int().min(0).max(240);
const shape = z.strictObject({
  shareLimit: z.number().min(0).max(100),
  coolingOffMonths: z.strictObject(
    Object.fromEntries(tieKinds.map((kind) => [kind, months])) as Record<
      (typeof tieKinds)[number],
      typeof months
    >,
  ),
});

/** Reads the rules on impartiality and checks them: a program with a faulty rule does not start. */
export async function loadImpartiality(file: string): Promise<ImpartialityRules> {
  const read = shape.safeParse(parseYaml(await readFile(file, 'utf8')));
  if (read.success) return read.data;
  throw new Error(`${file}: ${z.prettifyError(read.error)}`);
}
