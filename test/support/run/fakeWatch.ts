import type { RegisterWatch } from '../../../src/commands/ports/registerPorts.ts';

/** A watch that a test controls: `at` is the instant (milliseconds) up to which everything is known. */
export interface FakeWatch extends Omit<RegisterWatch, 'stop'> {
  at: number;
  change(number: string | null): void;
}

export function fakeWatch(at: number): FakeWatch {
  const listeners: ((number: string | null) => void)[] = [];
  const watch: FakeWatch = {
    at,
    knownUntil: () => watch.at,
    onChange: (listener) => void listeners.push(listener),
    change: (number) => {
      for (const listener of listeners) listener(number);
    },
  };
  return watch;
}
