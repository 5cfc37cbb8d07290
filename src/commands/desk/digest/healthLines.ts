import type { PlainKey } from '../../../messages.ts';
import type { Deps } from '../../ports/ports.ts';
import { type HealthLine, storedLines } from '../health/viewHealth.ts';
import type { DigestLine } from './digestLine.ts';

const names = {
  parked: 'health.names.parked',
  keys: 'health.names.keys',
  seal: 'health.names.seal',
} as const satisfies Partial<Record<HealthLine['what'], PlainKey>>;
type Named = keyof typeof names;

/** What of the service needs somebody who looks after it: stopped jobs, and for real labels a key or a seal that comes to its end. */
export async function healthLines(deps: Deps): Promise<DigestLine[]> {
  const lines = await Promise.all(storedLines(deps, deps.clock.now()));
  return lines.flatMap(({ what, light, facts }) => {
    if (light === 'good' || !isNamed(what) || (deps.specimen && what !== 'parked')) return [];
    const about = String(facts.count ?? facts.until ?? facts.key ?? '');
    return [
      { what: names[what], about, dueOn: null, path: what === 'parked' ? 'health#jobs' : `health#${what}` },
    ];
  });
}

function isNamed(what: HealthLine['what']): what is Named {
  return Object.hasOwn(names, what);
}
