import { loadSchemes, newestOf } from '../../boot/loadSchemes.ts';
import type { Scheme } from '../../criteria/scheme.ts';

/** The criteria that specimens are scored by: the newest published version. */
export async function newestScheme(): Promise<Scheme> {
  return newestOf(await loadSchemes()).scheme;
}
