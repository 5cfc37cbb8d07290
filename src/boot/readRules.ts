import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { parseYaml } from '../parseYaml.ts';

/** What a YAML file says, checked by its shape: a program with a faulty rule does not start. */
export async function readRules<T>(file: string, shape: z.ZodType<T>): Promise<T> {
  const read = shape.safeParse(parseYaml(await readFile(file, 'utf8')));
  if (read.success) return read.data;
  throw new Error(`${file}: ${z.prettifyError(read.error)}`);
}
