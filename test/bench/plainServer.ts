import { fileURLToPath } from 'node:url';
import type { ServerProgram } from './childServer.ts';

/** One of the small programs in servers/: what the product is compared to, or the product without a part of it. */
export function plainServer(
  file: 'koaHello.mjs' | 'badge.mjs' | 'rawHttp.mjs' | 'form.mjs' | 'formBare.mjs',
  ...given: readonly string[]
): ServerProgram {
  return {
    path: fileURLToPath(new URL(`servers/${file}`, import.meta.url)),
    arguments: given,
    environment: {},
  };
}
