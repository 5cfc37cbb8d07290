import { ticked } from './fields.ts';

/** One box for each of some values, named by a prefix and the value. */
export function boxes(prefix: string, values: readonly string[]): Record<string, typeof ticked> {
  return Object.fromEntries(values.map((value) => [`${prefix}${value}`, ticked]));
}

/** The values whose box was ticked, in the order in which they were offered. */
export function tickedIn<T extends string>(input: object, prefix: string, values: readonly T[]): T[] {
  const sent: Readonly<Record<string, unknown>> = { ...input };
  return values.filter((value) => sent[`${prefix}${value}`] === true);
}
