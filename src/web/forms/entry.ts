import * as z from 'zod';
import { answersFormat, answersFormatVersion } from '../../commands/application/transfer/answersFile.ts';
import { type Fault, invalid } from '../../errors.ts';
import type { ParamsOf } from '../../messages.ts';

/** The columns of a table of answers, in their order; `question` is for people and says nothing to us. */
export const columnNames = ['kind', 'offer', 'id', 'question', 'value', 'na', 'evidence', 'comment'] as const;
export type ColumnName = (typeof columnNames)[number];

const text = z.string();

/** One line as texts, before anything of it is interpreted. */
export const entryShape = z.strictObject({
  line: z.int().min(1).max(9_999_999),
  kind: text,
  offer: text,
  id: text,
  value: text,
  na: text,
  evidence: text,
  comment: text,
});
export type Entry = Readonly<z.infer<typeof entryShape>>;

/** Everything that a file says, as texts. */
export interface Entries {
  readonly criteriaVersion: string;
  readonly entries: readonly Entry[];
}

/** Refuses the whole file. */
export function refuseFile<Code extends Fault['code']>(
  code: Code,
  ...params: ParamsOf<`faults.${Code}`>
): never {
  throw invalid('file', code, ...params);
}

/** `formatVersion` as the file says it: another one than ours is not guessed at. */
export function requireFormat(format: unknown, formatVersion: unknown): void {
  if (format !== answersFormat) refuseFile('importFormat');
  if (String(formatVersion) !== String(answersFormatVersion)) {
    refuseFile('importVersion', { version: String(formatVersion).slice(0, 20) });
  }
}

/** A number as a text that is read one way only in every language: with three decimals it could be thousands, so it has a fourth. */
export function numberText(value: number): string {
  const text = String(value);
  if (text.includes('e')) return value.toFixed(40).replace(/\.?0+$/, '');
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}
