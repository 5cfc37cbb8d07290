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

/** What a span is: a request, the command it asks for, a turn of the clock, a commit, a job of a worker, a letter. */
export type SpanKind = 'request' | 'command' | 'turn' | 'commit' | 'job' | 'letter';

/** Tells a collector how long each part of the work took, and what it was a part of. */
export interface Tracing {
  readonly isOn: boolean;
  /** Does the work as a part of what is at work; its name, read at its end, is one of few: never a number, a name, or what somebody typed. */
  span<T>(kind: SpanKind, name: string | (() => string), work: () => Promise<T>): Promise<T>;
}

/** Where no collector is set, work is only done. */
export const untraced: Tracing = { isOn: false, span: (_, __, work) => work() };
