/** Why a process cannot do its work, in one word. */
export type Unready = 'starting' | 'database' | 'stopping';

/** Whether a process can do its work; several readers share one look at the database. */
export interface Readiness {
  /** Null where it can. */
  ask(): Promise<Unready | null>;
  /** The start is over: from now on it can where `write` succeeds. */
  begin(write: () => Promise<void>): void;
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
  let look = async (): Promise<boolean> => false;
  let last: { readonly at: number; readonly writes: boolean } | null = null;
  let pending: { readonly at: number; readonly writes: Promise<boolean> } | null = null;

  // A write that hangs stays the only one, however many ask meanwhile.
  const begun = () => {
    pending ??= {
      at: now(),
      writes: look().then((writes) => {
        last = { at: now(), writes };
        pending = null;
        return writes;
      }),
    };
    return pending;
  };
  const canWrite = async (): Promise<boolean> => {
    if (last !== null && now() - last.at < keptMs) return last.writes;
    const { at, writes } = begun();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), Math.max(0, at + limitMs - now()));
    });
    return Promise.race([writes, late]).finally(() => clearTimeout(timer));
  };
  return {
    ask: async () => {
      if (phase === 'running' && !(await canWrite())) return phase === 'running' ? 'database' : 'stopping';
      return phase === 'running' ? null : phase;
    },
    begin: (write) => {
      look = () =>
        write().then(
          () => true,
          () => false,
        );
      if (phase === 'starting') phase = 'running';
    },
    end: () => {
      phase = 'stopping';
    },
    isEnding: () => phase === 'stopping',
  };
}
