/** What requests are told apart by when they are counted: what answers them. */
export const routeClasses = ['page', 'private', 'badge', 'api', 'asset', 'other'] as const;
export type RouteClass = (typeof routeClasses)[number];

/** Counts what a process does, for whoever watches over it; cheap enough for every request. */
export interface Counts {
  /** An answer that was made for its request; `seconds` is how long it took. */
  made(route: RouteClass, status: number, seconds: number): void;
  /** A public answer that was kept. */
  kept(route: RouteClass, status: number): void;
  /** A public answer that could have been kept had to be made. */
  missed(): void;
  /** Somebody reached the limit of a name in limitRules.ts. */
  limited(limit: string): void;
  job(result: 'done' | 'retried' | 'parked'): void;
  letter(result: 'sent' | 'refused' | 'waited'): void;
}

const nothing = () => {};

/** Where nobody watches, nothing is counted. */
export const uncounted: Counts = {
  made: nothing,
  kept: nothing,
  missed: nothing,
  limited: nothing,
  job: nothing,
  letter: nothing,
};
