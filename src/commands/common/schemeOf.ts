import type { Cycle, PublishedScheme } from '../../criteria/scheme.ts';
import { openOn } from '../../criteria/versions.ts';
import { dayOf } from '../../register/day.ts';
import type { Application, SelfAssessment } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';

/** The rules that an application is pinned to. */
export function schemeOf(deps: Pick<Deps, 'schemes'>, version: string): PublishedScheme {
  const scheme = deps.schemes.get(version);
  if (!scheme)
    throw new Error(`criteria version ${version} is named by an application but is not in criteria/`);
  return scheme;
}

/** The rules that new applications are made under today. */
export function openScheme({ schemes, clock }: Pick<Deps, 'schemes' | 'clock'>): PublishedScheme {
  return openOn(schemes, dayOf(clock.now().toISOString()));
}

/** The cycle by whose rules a sent application is judged. */
export function cycleOf({ context }: Pick<Application, 'context'>): Cycle {
  return context.kind === 'renewal' ? 'renewal' : 'first';
}

/** The same for a working copy: only that of a renewal begins with an earlier cycle. */
export function cycleOfCopy({ earlier }: Pick<SelfAssessment, 'earlier'>): Cycle {
  return earlier ? 'renewal' : 'first';
}
