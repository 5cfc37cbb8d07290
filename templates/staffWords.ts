import type { Person } from '../src/commands/items/items.ts';
import type { Frame } from './frame.ts';

/** How a person is named to colleagues. */
export function personName({ name, email }: Pick<Person, 'name' | 'email'>): string {
  return name || email;
}

/** The last day of a deadline: the instant stands at its end, which may be the next day's midnight where the label is. */
export function dueDay({ date }: Pick<Frame, 'date'>, dueAt: string): string {
  return date(dueAt.slice(0, 10));
}

/** Reasons of a refusal as sentences. */
export function reasonTexts({ tOf }: Pick<Frame, 'tOf'>, reasons: readonly string[]): string[] {
  return reasons.map((reason) => tOf(`reasons.${reason}`));
}
