import { type FileRules, rulesFor } from '../../criteria/fileRules.ts';
import type { Cycle, PublishedScheme } from '../../criteria/scheme.ts';
import { openOn } from '../../criteria/versions.ts';
import { dayOf } from '../../register/day.ts';
import type { Application, SelfAssessment } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';

/** A version of the rules. */
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

/** The rules that an application is pinned to, and what it asks of them. */
export function rulesOf(
  deps: Pick<Deps, 'schemes'>,
  { criteriaVersion, scope }: Pick<Application['context'], 'criteriaVersion' | 'scope'>,
): FileRules {
  return rulesFor(schemeOf(deps, criteriaVersion), scope);
}

/** The cycle by whose rules a file is judged: that of the label that it is about, otherwise that which an earlier file that it begins with asks for. */
export function cycleOfCopy({ earlier, ofLabel }: Pick<SelfAssessment, 'earlier' | 'ofLabel'>): Cycle {
  return ofLabel?.cycle ?? (earlier ? (earlier.cycle ?? 'renewal') : 'first');
}
