import { LabelError } from '../errors.ts';
import { type AskedNumber, askedNumbers, mostNumbers } from '../register/askedNumbers.ts';
import { type Day, dayOf } from '../register/day.ts';
import type { Entry } from '../register/entry.ts';
import type { PublicStatus } from '../register/publicStatus.ts';
import { statusAsOf } from '../register/statusAsOf.ts';
import type { WebDeps } from './webDeps.ts';

/** One text of a list and what the register says of it. */
export interface LookedUp {
  readonly asked: AskedNumber;
  /** Null for what is no number, and for a number that was never issued. */
  readonly entry: Entry | null;
  /** On the day that is asked for; null where there is no entry, and before the label's first day. */
  readonly status: PublicStatus | null;
}

/** A list as it was looked up. */
export interface LookedUpList {
  /** The day that is asked for: today when none was named. */
  readonly on: Day;
  readonly today: Day;
  /** Until when all of it is known to be true, where the register is out of reach. */
  readonly asOf: Date | null;
  readonly lines: readonly LookedUp[];
}

/**
 * Looks up a list of texts, each for itself; only those that pass the check of their own are looked for. `invalid`: none at all,
 * more than `mostNumbers`, a day to come.
 */
export async function lookUpAll(
  { kept, clock }: Pick<WebDeps, 'kept' | 'clock'>,
  texts: readonly string[],
  day: Day | '',
): Promise<LookedUpList> {
  const today = dayOf(clock.now().toISOString());
  const on = day === '' ? today : day;
  if (texts.length === 0) throw fault('numbers', 'required');
  if (texts.length > mostNumbers) throw fault('numbers', 'tooMany', { max: mostNumbers });
  if (on > today) throw fault('on', 'dayAhead');
  const asked = askedNumbers(texts);
  const numbers = [...new Set(asked.flatMap((one) => ('number' in one ? one.number : [])))];
  const known = new Map(
    await Promise.all(numbers.map(async (number) => [number, await kept.entries.entry(number)] as const)),
  );
  const ages = [...known.values()].flatMap(({ asOf }) => asOf ?? []);
  return {
    on,
    today,
    asOf: ages.sort((a, b) => a.getTime() - b.getTime())[0] ?? null,
    lines: asked.map((one) => {
      const entry = ('number' in one && known.get(one.number)?.entry) || null;
      return { asked: one, entry, status: entry && statusAsOf(entry, on, today) };
    }),
  };
}

/** The same for labels that were found by other means than their number. */
export function asLookedUp(entries: readonly Entry[], on: Day, today: Day): LookedUpList {
  const lines = entries.map((entry) => ({
    asked: { kind: 'number', typed: entry.number, number: entry.number } as const,
    entry,
    status: statusAsOf(entry, on, today),
  }));
  return { on, today, asOf: null, lines };
}

function fault(field: string, code: string, params: Readonly<Record<string, number>> = {}): LabelError {
  return new LabelError('invalid', { faults: [{ field, code, params }] });
}
