import fc from 'fast-check';
import type { Death } from './dying.ts';
import { interleaved } from './interleaved.ts';
import type { Known } from './known.ts';
import type { Life } from './life.ts';
import type { Draw, Move, Way } from './move.ts';
import type { Fate } from './process.ts';

/** A move as it is drawn: which of its targets, and what is decided by chance within it. */
interface Drawn {
  readonly move: Move;
  readonly pick: number;
  readonly draws: readonly number[];
}

/** What happens to whoever makes a move. */
type Happening =
  | { readonly type: 'nothing' }
  | { readonly type: 'death'; readonly death: Death }
  | { readonly type: 'rival'; readonly rival: Drawn; readonly scheduler: fc.Scheduler };

const most = 2 ** 20;
const draws = 16;
/** In what parts of one weights are told apart. */
const parts = 40;

/** Every turn of a life: a move alone, in a process that is killed meanwhile, or at once with a move of someone else. */
export function turnOf(moves: readonly Move[]): fc.Arbitrary<fc.AsyncCommand<Known, Life>> {
  const drawn = fc.record({
    move: fc.oneof(
      ...moves.map((move) => ({ weight: Math.ceil(move.weight * parts), arbitrary: fc.constant(move) })),
    ),
    pick: fc.nat(most),
    draws: fc.array(fc.nat(most), { minLength: draws, maxLength: draws }),
  });
  const death = fc.record({ at: fc.nat(9), when: fc.constantFrom('before', 'after', 'answerLost') });
  const happening: fc.Arbitrary<Happening> = fc.oneof(
    { weight: 12, arbitrary: fc.constant({ type: 'nothing' } as const) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('death'), death }) },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constant('rival'), rival: drawn, scheduler: fc.scheduler() }),
    },
  );
  return fc.tuple(drawn, happening).map(([one, what]) => new Turn(one, what));
}

class Turn implements fc.AsyncCommand<Known, Life> {
  private readonly one: Drawn;
  private readonly happening: Happening;

  constructor(one: Drawn, happening: Happening) {
    this.one = one;
    this.happening = happening;
  }

  check(known: Readonly<Known>): boolean {
    const { one, happening } = this;
    return isPossible(one, known) && (happening.type !== 'rival' || isPossible(happening.rival, known));
  }

  async run(known: Known, life: Life): Promise<void> {
    const { one, happening } = this;
    const made = (drawn: Drawn, fate?: Fate) => {
      const { of, act } = wayOf(drawn, known);
      return life.attempt(nameOf(drawn, fate), of, () => act(life.world.stage(fate), drawFrom(drawn.draws)));
    };
    switch (happening.type) {
      case 'nothing':
        await made(one);
        break;
      case 'death': {
        const { death } = happening;
        await made(one, { death });
        // The same once more, as whoever saw no answer sends it again.
        await made(one);
        break;
      }
      case 'rival': {
        const { rival, scheduler } = happening;
        const both = [one, rival].map((drawn, i) => made(drawn, { around: interleaved(scheduler, `${i}`) }));
        await scheduler.waitFor(Promise.all(both));
      }
    }
    await life.look();
  }

  toString(): string {
    return `${this.one.move.name} (${this.happening.type})`;
  }
}

function isPossible({ move }: Drawn, known: Known): boolean {
  return move.ways(known).length > 0;
}

function wayOf({ move, pick }: Drawn, known: Known): Way {
  const ways = move.ways(known);
  const way = ways[pick % ways.length];
  if (!way) throw new Error(`${move.name} cannot be made`);
  return way;
}

function nameOf({ move }: Drawn, { death, around }: Fate = {}): string {
  if (death) return `${move.name}, killed`;
  return around ? `${move.name}, at once with another` : move.name;
}

/** What was drawn, one after the other. */
function drawFrom(given: readonly number[]): Draw {
  let next = 0;
  const whole = (max: number) => {
    const value = given[next % given.length] ?? 0;
    next += 1;
    return value % max;
  };
  return {
    whole,
    one: (of) => {
      const chosen = of[whole(of.length)];
      if (chosen === undefined) throw new Error('there is none to choose from');
      return chosen;
    },
    once: (inTimes) => whole(inTimes) === 0,
  };
}
