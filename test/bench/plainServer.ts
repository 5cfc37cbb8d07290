import { fileURLToPath } from 'node:url';
import type { ServerProgram } from './childServer.ts';

/** One of the small programs in servers/ that the product is compared to. */
export function plainServer(
  file: 'koaHello.mjs' | 'rawHttp.mjs',
  ...given: readonly string[]
): ServerProgram {
  return {
    path: fileURLToPath(new URL(`servers/${file}`, import.meta.url)),
    arguments: given,
    environment: {},
  };
}
