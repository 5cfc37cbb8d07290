import type { Entry } from '../../register/entry.ts';
import type { Part } from '../ports/ports.ts';

/** What people typed of what the register says of a label, and the public log with it. */
export function namesOf({ organisation, offers }: Pick<Entry, 'organisation' | 'offers'>): readonly string[] {
  return [organisation.name, ...offers.map(({ name }) => name)];
}

/** Names that were said of a label and are said no more. */
export function unsaidNames(before: readonly string[], after: readonly string[]): readonly string[] {
  return before.filter((name) => !after.includes(name));
}

/** The part of a commit that erases what the public log says in clear of a label, where the register says it no more. */
export function unsaid(number: string, before: readonly string[], after: readonly string[]): readonly Part[] {
  const names = unsaidNames(before, after);
  return names.length > 0 ? [{ kind: 'unsaid', unsaid: { number, names } }] : [];
}
