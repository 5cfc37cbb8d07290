import * as z from 'zod';
import { LabelError } from '../../../errors.ts';

/** What a form whose fields follow from the criteria gave; undefined where a field was not sent. */
export type TypedFields = Readonly<Record<string, string | number | null | undefined>>;

/** The shape of such a form. */
export type FieldShape = Record<string, z.ZodType<TypedFields[string]>>;

/** Fields of every form of answers: the button that was pressed, and the version token of what the page showed. */
export const formFields = {
  go: z.enum(['stay', 'next']).default('next'),
  versionToken: z.string().max(20).optional(),
  /** The criterion whose answer of the last cycle is confirmed. */
  stillTrue: z.string().max(20).optional(),
};

/** The text of a field, or undefined when it was not sent. */
export function textOf(typed: TypedFields, name: string): string | undefined {
  const value = typed[name];
  return typeof value === 'string' ? value : undefined;
}

/** `stale` when what is there now is not what the page showed; a form that says nothing of it takes what is there. */
export function requireVersion(versionToken: string | undefined, now: string): void {
  if (versionToken !== undefined && versionToken !== now) throw new LabelError('stale');
}
