import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as z from 'zod';
import { readBuildCache } from './buildCache.ts';

const load = createRequire(import.meta.url);

/**
 * The value of a YAML text; throws when it is invalid. A text that the build knew is not read again, because to read the thousands
 * of lines of criteria and words takes longer than all the rest of a start.
 */
export function parseYaml(text: string): unknown {
  return readBuildCache(text) ?? (load('yaml') as typeof import('yaml')).parse(text);
}

/** What a YAML file says, checked by its shape: a program with a faulty rule or word does not start. */
export function readYaml<T>(file: URL | string, shape: z.ZodType<T>): T {
  return inShape(file, parseYaml(readFileSync(file, 'utf8')), shape);
}

/** What a file says, or an error that names the file and each place in it that does not have its shape. */
export function inShape<T>(file: URL | string, said: unknown, shape: z.ZodType<T>): T {
  const read = shape.safeParse(said);
  if (read.success) return read.data;
  throw new Error(`${file}: ${z.prettifyError(read.error)}${unquoted(read.error.issues)}`);
}

/** What to do about a text that YAML read as a number, such as a postcode. */
function unquoted(issues: readonly z.core.$ZodIssue[]): string {
  const isNumber = ({ code, message }: z.core.$ZodIssue): boolean =>
    code === 'invalid_type' && /expected string, received (number|boolean|Date)/.test(message);
  const some = issues.filter((issue) => isNumber(issue) || hasUnquoted(issue));
  const places = some.map(({ path }) => path.join('.'));
  return places.length === 0
    ? ''
    : `\nA text that looks like a number stands between quotes in YAML, as postcode: '01210' (${places.join(', ')}).`;
}

/** Of a union too, whichever of its forms was meant. */
function hasUnquoted(issue: z.core.$ZodIssue): boolean {
  if (issue.code !== 'invalid_union') return false;
  return issue.errors.flat().some(({ message }) => /expected string, received number/.test(message));
}
