import { type Day, dayOf, daysBetween } from '../../../register/day.ts';

/** How urgent a line is: nothing to do, soon, or now. */
export type Light = 'good' | 'soon' | 'now';

/** One thing that the service stands on. */
export interface HealthLine {
  readonly what:
    | 'parked'
    | 'workers'
    | 'clock'
    | 'database'
    | 'disk'
    | 'scanner'
    | 'keys'
    | 'tokens'
    | 'seal'
    | 'time'
    | 'root'
    | 'log'
    | 'witnesses'
    | 'mail'
    | 'journal'
    | 'backup'
    | 'webhooks';
  /**
   * Which sentence says how it stands: `none` and `unread` of what is not there or cannot be read, `keyless` where what it needs in
   * KEYS_DIR is not there, `specimen` of what development made, `alone` where one person or witness is believed, `held` of a log that was
   * restored; `unknown` where it could not be asked.
   */
  readonly state:
    | Light
    | 'wrong'
    | 'none'
    | 'unread'
    | 'keyless'
    | 'specimen'
    | 'alone'
    | 'held'
    | 'unbegun'
    | 'unknown';
  readonly light: Light;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Days before the end of a certificate or a root from which the next one is to be had. */
const daysAhead = 60;

/** A line whose sentence is that of its light. */
export function line(what: HealthLine['what'], light: Light, facts: HealthLine['facts'] = {}): HealthLine {
  return { what, state: light, light, facts };
}

/** A line whose sentence says more than its light. */
export function lineIn(
  what: HealthLine['what'],
  state: HealthLine['state'],
  light: Light,
  facts: HealthLine['facts'] = {},
): HealthLine {
  return { what, state, light, facts };
}

/** A line of what ends at an instant. */
export function lineUntil(what: HealthLine['what'], end: string, now: Date): HealthLine {
  const until: Day = dayOf(end);
  const days = daysBetween(dayOf(now.toISOString()), until);
  const light = end <= now.toISOString() ? 'now' : days <= daysAhead ? 'soon' : 'good';
  return line(what, light, { until, days: Math.max(0, days) });
}

/** A line whose reading fails says so, and to look at it now. */
export async function inTrouble(
  what: HealthLine['what'],
  read: () => Promise<HealthLine>,
): Promise<HealthLine> {
  return read().catch(() => lineIn(what, 'unknown', 'now'));
}

/** Whether a line says only that something is not set which an installation may do without: a start and `doctor` say so. */
export function isDoneWithout({ what, state }: HealthLine): boolean {
  return state === 'none' && (what === 'time' || what === 'witnesses');
}
