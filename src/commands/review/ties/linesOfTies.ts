import type { Tie } from '../../../policies/tie.ts';
import { systemActor } from '../../common/actor.ts';
import { changePerson } from '../../common/changePerson.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Change, Deps } from '../../ports/ports.ts';

interface Said {
  readonly at: string;
  readonly fact: 'tie.detected' | 'tie.ended';
  /** People whose line is written by who calls. */
  readonly but?: readonly string[];
}

/** One line on the chain of each person whose ties the service saw begin or end; it names no one else, least of all a reviewer. */
export async function linesOfTies(
  deps: Pick<Deps, 'store' | 'ids'>,
  ties: readonly Tie[],
  { at, fact, but = [] }: Said,
): Promise<Change[]> {
  const people = [...new Set(ties.map(({ personId }) => personId))].filter((id) => !but.includes(id));
  return Promise.all(
    people.map(async (id) => {
      const person = requireVisible(await deps.store.person(id));
      const own = ties.filter(({ personId }) => personId === id).map((tie) => tie.id);
      const line = { at, actor: systemActor, facts: [fact], data: { ties: own } };
      return changePerson(deps, person, {}, line);
    }),
  );
}
