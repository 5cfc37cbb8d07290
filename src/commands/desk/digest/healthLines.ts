import type { PlainKey } from '../../../messages.ts';
import { dayOf } from '../../../register/day.ts';
import type { Deps } from '../../ports/ports.ts';
import { type HealthLine, isDoneWithout } from '../health/healthLine.ts';
import { storedLines } from '../health/viewHealth.ts';
import type { DigestLine } from './digestLine.ts';

const names = {
  parked: 'health.names.parked',
  keys: 'health.names.keys',
  tokens: 'health.names.tokens',
  seal: 'health.names.seal',
  time: 'health.names.time',
  root: 'health.names.root',
  log: 'health.names.log',
  witnesses: 'health.names.witnesses',
  backup: 'health.names.backup',
} as const satisfies Partial<Record<HealthLine['what'], PlainKey>>;
type Named = keyof typeof names;

/**
 * What of the service needs somebody who looks after it: stopped jobs, and for real labels a backup that is missing, and whatever is
 * signed with, or files are checked by, that is not as it must be or comes to its end.
 */
export async function healthLines(deps: Deps): Promise<DigestLine[]> {
  const lines = await Promise.all(storedLines(deps, deps.clock.now()));
  return lines.flatMap((line) => {
    const { what, light, facts } = line;
    if (light === 'good' || !isNamed(what) || (deps.specimen && what !== 'parked')) return [];
    if (isDoneWithout(line)) return [];
    const about = aboutOf(facts);
    return [
      { what: names[what], about, dueOn: null, path: what === 'parked' ? 'health#jobs' : `health#${what}` },
    ];
  });
}

/** How many, until when, which one, or of which day: whichever the line tells. */
function aboutOf({ at, count, until, key }: HealthLine['facts']): string {
  return at === undefined ? String(count ?? until ?? key ?? '') : dayOf(String(at));
}

function isNamed(what: HealthLine['what']): what is Named {
  return Object.hasOwn(names, what);
}
