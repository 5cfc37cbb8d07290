import type { Mailer } from '../../src/commands/items/letters.ts';
import type { Letter } from '../../src/letters/letters.ts';

/** A letter that went on a line of the journal. */
export interface Arrived {
  /** The line that it tells of. */
  readonly line: string;
  readonly kind: string;
  readonly to: Letter['to'];
}

/** Letters as they arrive: one that is sent once more under its id is the same letter, as the mail server of the service takes it. */
export class LetterBox {
  /** Letters that went twice, or under the id of another one. */
  readonly faults: string[] = [];
  /** Every one, in the order in which they came. */
  readonly all: Arrived[] = [];
  private readonly kindOf = new Map<string, string>();
  private readonly byLine = new Map<string, Arrived[]>();

  /** Those that went on a line of the journal. */
  about(line: string): readonly Arrived[] {
    return this.byLine.get(line) ?? [];
  }

  /** Whether the letter of that id went. */
  has(id: string): boolean {
    return this.kindOf.has(id);
  }

  /** Puts every letter here too, once it is written. */
  behind({ send }: Mailer<Letter>): Mailer<Letter> {
    return {
      send: async (letter) => {
        await send(letter);
        this.keep(letter);
      },
    };
  }

  private keep({ kind, to, id }: Letter): void {
    if (id === undefined) return;
    const what = `${kind} to ${to.email}`;
    const before = this.kindOf.get(id);
    this.kindOf.set(id, what);
    if (before === what) return;
    if (before !== undefined) this.faults.push(`letters: ${id} is ${before}, and ${what}`);
    const line = id.split(':')[0] ?? '';
    const others = this.about(line);
    if (others.some((one) => one.kind === kind && one.to.email === to.email)) {
      this.faults.push(`letters: ${what} goes twice on line ${line}`);
    }
    const arrived = { line, kind, to };
    this.byLine.set(line, [...others, arrived]);
    this.all.push(arrived);
  }
}
