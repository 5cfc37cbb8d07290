import { loadSchemes } from '../../boot/loadSchemes.ts';
import type { PublishedScheme } from '../../criteria/scheme.ts';
import { openOn } from '../../criteria/versions.ts';
import { dayOf } from '../../register/day.ts';

/** The criteria that specimens are scored by: those that are open today. */
export async function newestScheme(): Promise<PublishedScheme> {
  return openOn(await loadSchemes(), dayOf(new Date().toISOString()));
}
