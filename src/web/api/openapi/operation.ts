import type * as z from 'zod';
import type { KeyScope } from '../../../commands/items/apiKey.ts';
import type { NamesIn } from '../../../messages.ts';

/** One way to answer: the kinds of bodies, each with its schema where a program reads it; nothing for an answer without a body. */
export type Bodies = Readonly<Record<string, z.ZodType | null>>;

export const groups = ['register', 'copy', 'proof', 'pictures', 'applications'] as const;

/** A question by GET. */
export const get = (
  id: Operation['id'],
  group: Operation['group'],
  path: string,
  rest: Pick<Operation, 'parts' | 'query' | 'answers'>,
): Operation => ({ id, group, method: 'get', path, ...rest });

/** What may be asked of one address, and every way in which it answers. */
export interface Operation {
  /** Name of the operation, and of its words in the locales (`api.operations`). */
  readonly id: NamesIn<'api.operations', '.title'>;
  readonly group: (typeof groups)[number];
  readonly method: 'get' | 'post';
  /** With the parts that vary in braces. */
  readonly path: string;
  readonly parts?: z.ZodRawShape;
  readonly query?: z.ZodRawShape;
  readonly body?: z.ZodType;
  /** Fields of a form that brings a file, named `file`. */
  readonly form?: z.ZodRawShape;
  /** What a key must allow here; absent where none is needed. */
  readonly scope?: KeyScope;
  readonly answers: Readonly<Record<number, Bodies>>;
}
