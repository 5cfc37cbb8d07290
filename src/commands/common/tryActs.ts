import { LabelError } from '../../errors.ts';
import { dutyReasonsAmong } from '../../policies/dutyReasons.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { dryRun, isTaken } from './dryRun.ts';

type TriedAct = (dry: Deps, by: Asker) => Promise<unknown>;

/**
 * Tries the acts of a page for a person. `may` says whether an act would be accepted now, or refused for nothing but reasons in `except`;
 * `barred` has, as codes of reasons, the parts of the person that refuse what a newcomer of the same roles could do.
 */
export function tryActs(deps: Deps, asker: Asker) {
  const barred: string[] = [];
  const newcomer: Asker = { ...asker, id: 'newcomer', memberships: [] };
  return {
    barred,
    may: async (act: TriedAct, except: readonly string[] = []): Promise<boolean> => {
      const refused = await dryRun(deps, (dry) => act(dry, asker));
      const reasons = refused.filter((reason) => !except.includes(reason));
      const duties = dutyReasonsAmong(reasons);
      if (duties.length > 0 && (await isOpen(deps, (dry) => act(dry, newcomer), except)))
        barred.push(...duties.filter((reason) => !barred.includes(reason)));
      return reasons.length === 0;
    },
  };
}

async function isOpen(deps: Deps, act: (dry: Deps) => Promise<unknown>, except: readonly string[]) {
  try {
    return await isTaken(deps, act, except);
  } catch (error) {
    if (error instanceof LabelError) return false;
    throw error;
  }
}
