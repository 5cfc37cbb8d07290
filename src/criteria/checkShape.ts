import type * as z from 'zod';
import type { SchemeFault, SchemeFaultCode } from './schemeError.ts';
import type { SourceFile } from './sourceFile.ts';

type Issue = z.core.$ZodIssue;
type Absent = 'missingKey' | 'missingText';

function codeOf(issue: Issue, given: unknown, absent: Absent): SchemeFaultCode {
  if (given === undefined) return absent;
  if (issue.code === 'invalid_type') return 'wrongType';
  if (issue.code === 'invalid_value') {
    const kinds = issue.values.map((value) => typeof value);
    return kinds.includes(typeof given as (typeof kinds)[number]) ? 'wrongValue' : 'wrongType';
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    if (issue.origin === 'array') return 'wrongCount';
    if (issue.origin === 'string') return issue.code === 'too_big' ? 'tooLong' : 'missingText';
  }
  return 'wrongValue';
}

function faultsOf(issue: Issue, source: SourceFile, absent: Absent): SchemeFault[] {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => source.fault('unknownKey', [...path, key], [...path, key].join('.')));
  }
  const given = issue.input;
  const shown = typeof given === 'object' || given === undefined ? '' : ` (${String(given)})`;
  return [source.fault(codeOf(issue, given, absent), path, `${path.join('.')}${shown}`)];
}

/** The content of a file when it has the given shape, and otherwise every place where it has not; `absent` names a key that is not there. */
export function checkShape<T>(
  shape: z.ZodType<T>,
  source: SourceFile,
  absent: Absent,
): { readonly content: T | null; readonly faults: readonly SchemeFault[] } {
  if (source.faults.length > 0) return { content: null, faults: source.faults };
  const result = shape.safeParse(source.value, { reportInput: true });
  if (result.success) return { content: result.data, faults: [] };
  return { content: null, faults: result.error.issues.flatMap((issue) => faultsOf(issue, source, absent)) };
}
