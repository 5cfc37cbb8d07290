import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Only what is built has one (prepareYaml.ts): sources are read anew each time. */
export const buildCacheFolder = new URL('./prepared/', import.meta.url);

/** What the build made of a text; undefined for any other. */
export function readBuildCache(text: string): unknown {
  try {
    return JSON.parse(readFileSync(buildCacheFile(text), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Where that is kept: under the digest of the text, so that what was changed since is read anew. */
export function buildCacheFile(text: string): URL {
  return new URL(`${hash('sha256', text)}.json`, buildCacheFolder);
}
