import type { PairRule, Place } from './pair.ts';

/** A person who can be given a file, and what that costs in whole points. */
export interface Possible {
  readonly fileId: string;
  readonly personId: string;
  readonly place: Place;
  readonly cost: number;
}

/** Files that look for a whole team each, who can be in it, and how many files each person can still take. */
export interface Problem {
  readonly fileIds: readonly string[];
  readonly possible: readonly Possible[];
  readonly room: ReadonlyMap<string, number>;
  readonly rule: PairRule;
}

/**
 * Who shall get which file; a file gets its whole team or nobody. As many files as can be served, and of those plans one that costs least: proven by the solver, not
 * guessed. The solver is WebAssembly of some megabytes, loaded when it is needed first.
 */
export async function plan(problem: Problem): Promise<readonly Possible[]> {
  const { possible } = problem;
  if (possible.length === 0) return [];
  const { Status, Columns } = (await loadSolver()).solve(modelOf(problem));
  if (Status !== 'Optimal') throw new Error(`the solver found no plan: ${Status}`);
  return possible.filter((_, i) => {
    const column = Columns[`x${i}`];
    return column !== undefined && 'Primal' in column && column.Primal > 0.5;
  });
}

/** In a value, the types of the package take its whole module for its default export. */
type Load = typeof import('highs')['default'];

async function loadSolver() {
  const { default: load } = await import('highs');
  return (load as unknown as Load)();
}

/**
 * The problem in the LP format: `x` is one where a person gets a file, `u` where a file gets nobody. Leaving a file out costs
 * more than all teams together can, so that it is never done to save points.
 */
function modelOf({ fileIds, possible, room, rule }: Problem): string {
  const { size, peers, others } = rule;
  const left = 1 + fileIds.length * size * Math.max(...possible.map(({ cost }) => cost));
  const named = possible.map((one, i) => ({ ...one, x: `x${i}` }));
  const sum = (terms: readonly { readonly x: string }[]) => terms.map(({ x }) => ` + ${x}`).join('');
  const people = [...new Set(named.map(({ personId }) => personId))];
  const rows = [
    ...fileIds.flatMap((id, i) => {
      const team = named.filter(({ fileId }) => fileId === id);
      const in_ = (place: Place) => sum(team.filter((one) => one.place === place));
      return [
        `${size} u${i}${sum(team)} = ${size}`,
        ...(peers > 0 ? [`${peers} u${i}${in_('peer')} >= ${peers}`] : []),
        ...(others > 0 ? [`${others} u${i}${in_('other')} >= ${others}`] : []),
      ];
    }),
    ...people.map((id) => {
      const files = named.filter(({ personId }) => personId === id);
      return `${sum(files)} <= ${Math.max(0, room.get(id) ?? 0)}`;
    }),
  ];
  const costs = [...named.map(({ x, cost }) => `${cost} ${x}`), ...fileIds.map((_, i) => `${left} u${i}`)];
  const binaries = [...named.map(({ x }) => x), ...fileIds.map((_, i) => `u${i}`)];
  const lines = rows.map((row, i) => `r${i}: ${row}`);
  return ['Minimize', costs.join(' + '), 'Subject To', ...lines, 'Binary', binaries.join(' '), 'End'].join(
    '\n',
  );
}
