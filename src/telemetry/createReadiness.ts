/** Why a process cannot do its work, in one word. */
export type Unready = 'starting' | 'database' | 'clock' | 'stopping';

/** Whether a process can do its work; several readers share one look at the database. */
export interface Readiness {
  /** Null where it can. */
  ask(): Promise<Unready | null>;
  /** The start is over: from now on it can where `look` finds nothing in its way; one that fails found no database. */
  begin(look: () => Promise<Unready | null>): void;
  /** It was asked to stop. */
  end(): void;
  readonly isEnding: () => boolean;
}

/** How long (milliseconds) a write may take before the database counts as one that cannot be written to. */
export const writeLimitMs = 2000;
/** How long (milliseconds) one look answers for all who ask: whoever asks often costs one write a second. */
const keptMs = 1000;

/** Begins unready, as the process does. */
export function createReadiness(
  now: () => number = () => performance.now(),
  limitMs = writeLimitMs,
): Readiness {
  let phase: 'starting' | 'running' | 'stopping' = 'starting';
  let look = async (): Promise<Unready | null> => 'starting';
  let last: { readonly at: number; readonly why: Unready | null } | null = null;
  let pending: { readonly at: number; readonly why: Promise<Unready | null> } | null = null;

  // A write that hangs stays the only one, however many ask meanwhile.
  const begun = () => {
    pending ??= {
      at: now(),
      why: look().then((why) => {
        last = { at: now(), why };
        pending = null;
        return why;
      }),
    };
    return pending;
  };
  const looked = async (): Promise<Unready | null> => {
    if (last !== null && now() - last.at < keptMs) return last.why;
    const { at, why } = begun();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Unready>((resolve) => {
      timer = setTimeout(() => resolve('database'), Math.max(0, at + limitMs - now()));
    });
    return Promise.race([why, late]).finally(() => clearTimeout(timer));
  };
  return {
    ask: async () => {
      const why = phase === 'running' ? await looked() : null;
      return phase === 'running' ? why : phase;
    },
    begin: (ask) => {
      look = () => ask().catch(() => 'database');
      if (phase === 'starting') phase = 'running';
    },
    end: () => {
      phase = 'stopping';
    },
    isEnding: () => phase === 'stopping',
  };
}
