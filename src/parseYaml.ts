import { createRequire } from 'node:module';
import { readBuildCache } from './buildCache.ts';

const load = createRequire(import.meta.url);

/**
 * The value of a YAML text; throws when it is invalid. A text that the build knew is not read again, because to read the thousands
 * of lines of criteria and words takes longer than all the rest of a start.
 */
export function parseYaml(text: string): unknown {
  return readBuildCache(text) ?? (load('yaml') as typeof import('yaml')).parse(text);
}
