import type { PublishedScheme } from '../../criteria/scheme.ts';
import type { Deps } from '../ports/ports.ts';

/** The rules that an application is pinned to. */
export function schemeOf(deps: Pick<Deps, 'schemes'>, version: string): PublishedScheme {
  const scheme = deps.schemes.get(version);
  if (!scheme)
    throw new Error(`criteria version ${version} is named by an application but is not in criteria/`);
  return scheme;
}
