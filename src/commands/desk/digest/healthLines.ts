import type { PlainKey } from '../../../messages.ts';
import { dayOf } from '../../../register/day.ts';
import type { Deps } from '../../ports/ports.ts';
import { type HealthLine, storedLines } from '../health/viewHealth.ts';
import type { DigestLine } from './digestLine.ts';

const names = {
  parked: 'health.names.parked',
  keys: 'health.names.keys',
  seal: 'health.names.seal',
  backup: 'health.names.backup',
} as const satisfies Partial<Record<HealthLine['what'], PlainKey>>;
type Named = keyof typeof names;

/** What of the service needs somebody who looks after it: stopped jobs, and for real labels a key or a seal that comes to its end, and a backup that is missing. */
export async function healthLines(deps: Deps): Promise<DigestLine[]> {
  const lines = await Promise.all(storedLines(deps, deps.clock.now()));
  return lines.flatMap(({ what, light, facts }) => {
    if (light === 'good' || !isNamed(what) || (deps.specimen && what !== 'parked')) return [];
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
