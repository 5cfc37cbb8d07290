import type { DayReport } from '../../commands/ports/clockPorts.ts';

/** What a whole rehearsal brought. */
export interface Sums {
  readonly happened: Readonly<Record<string, number>>;
  readonly letters: Readonly<Record<string, number>>;
  readonly failures: number;
}

/** Adds up what the days bring: how often each, and no more, however many days there are. */
export class Totals {
  readonly #happened: Record<string, number> = {};
  readonly #letters: Record<string, number> = {};
  #failures = 0;

  add({ happened, letters, failures }: DayReport): void {
    for (const { fact, count } of happened) this.#happened[fact] = (this.#happened[fact] ?? 0) + count;
    for (const [kind, count] of Object.entries(letters))
      this.#letters[kind] = (this.#letters[kind] ?? 0) + count;
    this.#failures += failures.length;
  }

  sums(): Sums {
    return { happened: this.#happened, letters: this.#letters, failures: this.#failures };
  }
}

/** What came of a day, a line for each event, kind of letter and failure; nothing for a day on which nothing came. */
export function dayLines({ day, happened, letters, failures }: DayReport): string[] {
  const lines = [
    ...happened.map(({ fact, count, streams }) => {
      const more = count > streams.length ? ' …' : '';
      return `${row(fact, count)}  ${streams.map((stream) => stream.slice(stream.indexOf('/') + 1)).join(' ')}${more}`;
    }),
    ...Object.entries(letters).map(([kind, count]) => row(`e-mail ${kind}`, count)),
    ...failures.map((failure) => `  ✗ ${failure}`),
  ];
  return lines.length === 0 ? [] : [day, ...lines];
}

/** The table at the end. */
export function sumLines({ happened, letters, failures }: Sums): string[] {
  const table = (title: string, counts: Readonly<Record<string, number>>) => {
    const rows = Object.entries(counts).toSorted(([one], [other]) => (one < other ? -1 : 1));
    return [
      `\n${title}`,
      ...(rows.length === 0 ? ['  none'] : rows.map(([name, count]) => row(name, count))),
    ];
  };
  return [
    ...table('Events in all', happened),
    ...table('E-mails in all', letters),
    ...(failures > 0 ? [`\n${failures} things could not be done: they are marked with ✗.`] : []),
  ];
}

function row(name: string, count: number): string {
  return `  ${name.padEnd(40)} ${String(count).padStart(7)}`;
}
