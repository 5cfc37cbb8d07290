import type { AppealContext } from '../../../workflow/stored.ts';
import type { Appeal } from '../../items/decidingItems.ts';
import type { Application } from '../../items/items.ts';

export type AppealSubject = AppealContext['against'];

/** What an appeal against a file's decision is against now; null where there is no decision to appeal against. */
export function appealSubject({
  state,
  context,
}: Pick<Application, 'state' | 'context'>): AppealSubject | null {
  if (state === 'agreement') return context.outcome === 'grantedWithConditions' ? 'conditions' : null;
  if (state !== 'refused') return null;
  // Turned away at its screening: no committee decided anything.
  return context.deciders.length === 0 ? 'ineligibility' : 'refusal';
}

/**
 * Whether the decision of now was appealed against already, given the file's appeals, the newest first: after one that was upheld
 * there is a new decision, after any other the same one stands.
 */
export function isAppealedBefore([newest]: readonly Pick<Appeal, 'state'>[]): boolean {
  return newest !== undefined && newest.state !== 'upheld' && newest.state !== 'partlyUpheld';
}
