import { type Counts, type RouteClass, routeClasses } from '../commands/ports/watchPorts.ts';

/** Answers of one class with one class of status. */
interface Answers {
  readonly route: RouteClass;
  readonly status: string;
  n: number;
}

/** What was counted since the start of the process. */
export interface Counted {
  readonly answers: readonly Readonly<Answers>[];
  readonly cache: { readonly hits: number; readonly misses: number };
  readonly limits: ReadonlyMap<string, number>;
  readonly jobs: ReadonlyMap<string, number>;
  readonly letters: ReadonlyMap<string, number>;
}

const statuses = ['1xx', '2xx', '3xx', '4xx', '5xx'] as const;

/** Counts in plain numbers, because public answers that are kept take some twenty microseconds each; `took` gets how long others took. */
export function createCounts(took: (route: RouteClass, seconds: number) => void): Counts & Counted {
  const answers = routeClasses.flatMap((route) =>
    statuses.map((status): Answers => ({ route, status, n: 0 })),
  );
  const firstOf = new Map(routeClasses.map((route, i) => [route, i * statuses.length]));
  const cache = { hits: 0, misses: 0 };
  const limits = new Map<string, number>();
  const jobs = new Map<string, number>([
    ['done', 0],
    ['retried', 0],
    ['parked', 0],
  ]);
  const letters = new Map<string, number>([
    ['sent', 0],
    ['refused', 0],
    ['waited', 0],
  ]);
  const answered = (route: RouteClass, status: number) => {
    const counter = answers[(firstOf.get(route) ?? 0) + Math.floor(status / 100) - 1];
    if (counter) counter.n += 1;
  };
  const raise = (counters: Map<string, number>) => (name: string) => {
    counters.set(name, (counters.get(name) ?? 0) + 1);
  };
  return {
    ...{ answers, cache, limits, jobs, letters },
    made: (route, status, seconds) => {
      answered(route, status);
      took(route, seconds);
    },
    kept: (route, status) => {
      cache.hits += 1;
      answered(route, status);
    },
    missed: () => {
      cache.misses += 1;
    },
    limited: raise(limits),
    job: raise(jobs),
    letter: raise(letters),
  };
}
