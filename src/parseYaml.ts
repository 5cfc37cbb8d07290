import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Values by the digest (sha-256, base64url) of the text that they were read from; made by the build (prepareYaml.ts). */
export type Prepared = Readonly<Record<string, unknown>>;

/** Only what is built has one: sources are read anew each time. */
export const preparedFile = new URL('./prepared.json', import.meta.url);

const load = createRequire(import.meta.url);
let prepared: Prepared | undefined;

/**
 * The value of a YAML text, not to be changed; throws where it is none. A text that the build knew is not read again, because to
 * read the thousands of lines of criteria and words takes longer than all the rest of a start.
 */
export function parseYaml(text: string): unknown {
  return known(text) ?? yaml().parse(text);
}

/** The library that reads YAML, loaded when a text has to be read. */
export function yaml(): typeof import('yaml') {
  return load('yaml');
}

/** The value of a text that the build knew; undefined for any other. */
export function known(text: string): unknown {
  prepared ??= readPrepared();
  return prepared[digestOf(text)];
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function readPrepared(): Prepared {
  try {
    return JSON.parse(readFileSync(preparedFile, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}
