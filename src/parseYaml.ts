import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** Only what is built has one (prepareYaml.ts): sources are read anew each time. */
export const preparedFolder = new URL('./prepared/', import.meta.url);

/**
 * The value of a YAML text; throws where it is none. A text that the build knew is not read again, because to read the thousands
 * of lines of criteria and words takes longer than all the rest of a start.
 */
export function parseYaml(text: string): unknown {
  return known(text) ?? yaml().parse(text);
}

/** The library that reads YAML, loaded when a text has to be read. */
export function yaml(): typeof import('yaml') {
  return load('yaml');
}

/** What the build read from a text; undefined for any other. */
export function known(text: string): unknown {
  try {
    return JSON.parse(readFileSync(preparedOf(text), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Where the value of a text is kept: under the digest of the text, so that what was changed since is read anew. */
export function preparedOf(text: string): URL {
  return new URL(`${createHash('sha256').update(text).digest('hex')}.json`, preparedFolder);
}
